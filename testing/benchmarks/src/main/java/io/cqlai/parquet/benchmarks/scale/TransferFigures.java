package io.cqlai.parquet.benchmarks.scale;

import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one transfer in a JVM of its own took.
 *
 * @param rows how many rows it moved
 * @param nanos from its first request to its end, without the start of the JVM
 * @param peakBytes the most heap in use, garbage included
 * @param peakBytesAfterCollection the most heap in use after a collection
 */
public record TransferFigures(
    long rows, long nanos, long peakBytes, long peakBytesAfterCollection) {

  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Pattern LINE = Pattern.compile("figures (\\d+) (\\d+) (\\d+) (\\d+)");

  /**
   * Moves a table.
   *
   * @param operation {@code export} or {@code import}
   * @param heap the JVM's heap, as {@code -Xmx} takes it
   */
  public static TransferFigures of(
      String operation, String heap, BenchServer server, String table, Path file) {
    String output =
        ForkedJvm.of(TransferMain.class)
            .heap(heap)
            .arguments(operation, server.address().getHostString(), server.address().getPort())
            .arguments(server.datacenter(), table, file)
            .run(LONGEST)
            .requireSuccess()
            .output();
    Matcher line = LINE.matcher(output);
    if (!line.find()) {
      throw new IllegalStateException("The " + operation + " printed no figures: " + output);
    }
    return new TransferFigures(
        Long.parseLong(line.group(1)),
        Long.parseLong(line.group(2)),
        Long.parseLong(line.group(3)),
        Long.parseLong(line.group(4)));
  }

  String toLine() {
    return "figures " + rows + " " + nanos + " " + peakBytes + " " + peakBytesAfterCollection;
  }
}
