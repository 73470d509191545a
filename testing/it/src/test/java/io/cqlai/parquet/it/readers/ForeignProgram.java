package io.cqlai.parquet.it.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, and whose standard output is what it has to say. */
final class ForeignProgram {

  private static final long LIMIT_SECONDS = 480;

  private ForeignProgram() {}

  /**
   * Runs a command and gives its standard output.
   *
   * @throws IOException when it cannot be started, ends with another status than 0, or takes longer
   *     than eight minutes; with its standard error in the message
   */
  static byte[] run(List<String> command) throws IOException {
    Path output = Files.createTempFile("program", ".out");
    Path errors = Files.createTempFile("program", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      process.getOutputStream().close();
      if (!ended(process)) {
        process.destroyForcibly();
        throw new IOException(command.get(0) + " took longer than " + LIMIT_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            String.join(" ", command)
                + " ended with "
                + process.exitValue()
                + ": "
                + Files.readString(errors));
      }
      return Files.readAllBytes(output);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  private static boolean ended(Process process) throws IOException {
    try {
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a program ran", e);
    }
  }
}
