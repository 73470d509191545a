package io.cqlai.parquet.benchmarks.transfer;

import io.cqlai.parquet.testkit.process.ChildProcess;
import java.io.IOException;
import java.util.List;

/** Runs another program to its end. */
final class Program {

  private Program() {}

  /**
   * Runs a command.
   *
   * @return what it printed
   * @throws AssertionError with what it printed, when it fails
   */
  static String run(List<String> command) throws IOException {
    try (ChildProcess child = ChildProcess.start(new ProcessBuilder(command))) {
      return child.await(Shell.LONGEST).requireSuccess().output();
    }
  }
}
