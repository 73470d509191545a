package io.cqlai.parquet.benchmarks.encoding;

import io.cqlai.parquet.testkit.process.ProcessResult;
import io.cqlai.parquet.testkit.process.PythonEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The writer of pyarrow, from Arrow's memory to a file, with one thread. */
public final class Pyarrow {

  private static final String PACKAGE = "pyarrow==26.0.1";
  private static final String SCRIPT = "pyarrow_encode.py";

  private Pyarrow() {}

  /**
   * What was measured.
   *
   * @param seconds of each round
   * @param rows of the file that was written
   * @param bytes of that file
   */
  public record Written(List<Double> seconds, long rows, long bytes) {}

  /**
   * Writes the rows of a file again; the times are taken within Python.
   *
   * @param file where the rows come from, which is not timed
   * @param codec its name in pyarrow
   */
  public static Written write(Path file, String codec, int rounds) throws IOException {
    ProcessResult result =
        PythonEnvironment.withPackages(PACKAGE)
            .runCode(script(), file, codec, rounds)
            .requireSuccess();
    List<Double> seconds = new ArrayList<>();
    long rows = 0;
    long bytes = 0;
    for (String line : result.output().lines().toList()) {
      if (line.startsWith("rows ")) {
        rows = Long.parseLong(line.substring("rows ".length()));
      } else if (line.startsWith("bytes ")) {
        bytes = Long.parseLong(line.substring("bytes ".length()));
      } else {
        seconds.add(Double.valueOf(line));
      }
    }
    return new Written(seconds, rows, bytes);
  }

  private static String script() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Pyarrow.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
