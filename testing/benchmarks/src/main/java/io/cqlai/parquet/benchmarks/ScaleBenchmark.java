package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.report.MarkdownTable;
import io.cqlai.parquet.benchmarks.report.Measurement;
import io.cqlai.parquet.benchmarks.report.Role;
import io.cqlai.parquet.benchmarks.scale.TransferFigures;
import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The same transfer of ten times the rows, in a small heap. */
@Command(
    name = "scale",
    description = "Rows per second and heap for --rows and for ten times as many, with 256 MB.",
    sortOptions = false)
final class ScaleBenchmark implements Callable<Integer> {

  private static final String NAME = "scale";
  private static final String HEAP = "256m";
  private static final int FACTOR = 10;
  private static final BenchTable TABLE = BenchTable.FLAT;

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() throws IOException {
    Path work = Files.createDirectories(RunOptions.OUTPUT.resolve("work"));
    Path file = work.resolve("scale.parquet");
    List<Measurement> measured = new ArrayList<>();
    try (BenchServer server = BenchServer.start(RunOptions.OUTPUT.resolve("cassandra"))) {
      for (long rows : List.of(options.rows(), FACTOR * options.rows())) {
        System.err.println("Loading " + rows + " rows of " + TABLE.cqlName() + " …");
        server.load(TABLE, rows);
        measured.add(rounds("export", server, rows, file));
        measured.add(rounds("import", server, rows, file));
        server.drop(TABLE);
      }
    } finally {
      Files.deleteIfExists(file);
    }
    return new Publication(options).publish(NAME, measured, table(measured));
  }

  private Measurement rounds(String operation, BenchServer server, long rows, Path file)
      throws IOException {
    List<Double> seconds = new ArrayList<>();
    long peak = 0;
    long afterCollection = 0;
    for (int round = 0; round < options.rounds(); round++) {
      boolean out = operation.equals("export");
      if (out) {
        Files.deleteIfExists(file);
      } else {
        server.truncateTarget(TABLE);
      }
      TransferFigures figures =
          TransferFigures.of(
              operation, HEAP, server, out ? TABLE.cqlName() : TABLE.targetName(), file);
      System.err.println(NAME + " " + operation + ": " + figures);
      long arrived = out ? figures.rows() : server.countTarget(TABLE);
      if (arrived != rows) {
        return Measurement.failed(
            NAME, TABLE.cqlName(), operation, Role.OURS, "moved " + arrived + " rows, not " + rows);
      }
      seconds.add(figures.nanos() / 1e9);
      peak = Math.max(peak, figures.peakBytes());
      afterCollection = Math.max(afterCollection, figures.peakBytesAfterCollection());
    }
    return Measurement.of(
        NAME,
        TABLE.cqlName(),
        operation,
        Role.OURS,
        rows,
        seconds,
        Map.of("peakHeapBytes", peak, "peakHeapBytesAfterCollection", afterCollection));
  }

  private static String table(List<Measurement> measured) {
    MarkdownTable table =
        new MarkdownTable(
            "what", "rows", "seconds", "rows/s", "peak heap, MiB", "after a collection, MiB");
    for (Measurement each : measured) {
      if (each.failure() != null) {
        table.row(each.contender(), "", "", "failed: " + each.failure(), "", "");
        continue;
      }
      table.row(
          each.contender(),
          String.format(Locale.ROOT, "%,d", each.rows()),
          String.format(Locale.ROOT, "%.2f", each.median()),
          String.format(Locale.ROOT, "%,.0f", each.rowsPerSecond()),
          mebibytes(each, "peakHeapBytes"),
          mebibytes(each, "peakHeapBytesAfterCollection"));
    }
    return table.toString();
  }

  private static String mebibytes(Measurement measured, String figure) {
    long bytes = measured.figures().getOrDefault(figure, 0L);
    return Long.toString(Math.round(bytes / (double) (1 << 20)));
  }
}
