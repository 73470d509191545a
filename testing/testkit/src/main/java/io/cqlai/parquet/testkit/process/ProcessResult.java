package io.cqlai.parquet.testkit.process;

import java.util.List;

/**
 * How a process ended.
 *
 * @param command what was run
 * @param exitStatus 0 for success; 128 + signal number when a signal ended it
 * @param output all that it printed, standard error included
 */
public record ProcessResult(List<String> command, int exitStatus, String output) {

  private static final int MOST_SHOWN = 8_000;

  /**
   * Checks that the process succeeded.
   *
   * @return this
   * @throws AssertionError with the output, if the exit status is not 0
   */
  public ProcessResult requireSuccess() {
    if (exitStatus != 0) {
      throw new AssertionError(
          command.get(0) + " ended with status " + exitStatus + ". It printed:\n" + tail(output));
    }
    return this;
  }

  static String tail(String output) {
    return output.length() <= MOST_SHOWN
        ? output
        : "…" + output.substring(output.length() - MOST_SHOWN);
  }
}
