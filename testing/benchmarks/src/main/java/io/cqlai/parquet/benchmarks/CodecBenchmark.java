package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.encoding.DuckDb;
import io.cqlai.parquet.benchmarks.encoding.OwnDecoder;
import io.cqlai.parquet.benchmarks.encoding.OwnEncoder;
import io.cqlai.parquet.benchmarks.encoding.RowsInMemory;
import io.cqlai.parquet.benchmarks.report.MarkdownTable;
import io.cqlai.parquet.benchmarks.report.Measurement;
import io.cqlai.parquet.benchmarks.report.Role;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.row.RowChunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What each codec costs and saves. */
@Command(
    name = "codecs",
    description = "Each codec: the file's size, the time to write and to read it, DuckDB's time.",
    sortOptions = false)
final class CodecBenchmark implements Callable<Integer> {

  private static final String NAME = "codecs";
  private static final List<BenchTable> TABLES =
      List.of(BenchTable.FLAT, BenchTable.EVENTS, BenchTable.WIDE);

  @Mixin private RunOptions options = new RunOptions();

  /** One codec's measurements. */
  private record OfCodec(
      Compression codec, Measurement write, Measurement read, Measurement duckDb) {

    List<Measurement> all() {
      return List.of(write, read, duckDb);
    }
  }

  @Override
  public Integer call() throws IOException, SQLException {
    List<Measurement> measured = new ArrayList<>();
    MarkdownTable report =
        new MarkdownTable("table", "rows", "codec", "size, MB", "write, s", "read, s", "DuckDB, s");
    for (BenchTable table : TABLES) {
      for (OfCodec each : measure(table, table.rows(options.rowsInMemory()))) {
        measured.addAll(each.all());
        report.row(
            table.cqlName(),
            String.format(Locale.ROOT, "%,d", each.write().rows()),
            each.codec().name(),
            megabytes(each.write()),
            seconds(each.write()),
            seconds(each.read()),
            seconds(each.duckDb()));
      }
    }
    return new Publication(options).publish(NAME, measured, report.toString());
  }

  private List<OfCodec> measure(BenchTable table, long rows) throws IOException, SQLException {
    List<RowChunk> pages = RowsInMemory.of(table, rows);
    Path directory = Files.createTempDirectory("codecs-");
    try (DuckDb duckDb = DuckDb.open()) {
      List<Contender> contenders = new ArrayList<>();
      for (Compression codec : Compression.values()) {
        Path file = directory.resolve(codec.name() + ".parquet");
        contenders.addAll(contenders(table, codec, pages, file, duckDb));
      }
      List<Measurement> all = Rounds.run(NAME, table.cqlName(), rows, options.rounds(), contenders);
      List<OfCodec> results = new ArrayList<>();
      for (Compression codec : Compression.values()) {
        int first = codec.ordinal() * 3;
        long bytes = Files.size(directory.resolve(codec.name() + ".parquet"));
        results.add(
            new OfCodec(
                codec,
                all.get(first).with(Map.of("bytes", bytes)),
                all.get(first + 1),
                all.get(first + 2)));
      }
      return results;
    } finally {
      for (Compression codec : Compression.values()) {
        Files.deleteIfExists(directory.resolve(codec.name() + ".parquet"));
      }
      Files.delete(directory);
    }
  }

  private static List<Contender> contenders(
      BenchTable table, Compression codec, List<RowChunk> pages, Path file, DuckDb duckDb) {
    OwnEncoder encoder = new OwnEncoder(table, codec);
    OwnDecoder decoder = new OwnDecoder(table);
    return List.of(
        contender(codec + ", write", () -> encoder.write(pages, file)),
        contender(codec + ", read", () -> decoder.read(file, row -> {})),
        contender(codec + ", DuckDB reads", () -> duckDb.read(file, table.columnNames())));
  }

  private static Contender contender(String name, Contender.RowCount work) {
    long[] moved = new long[1];
    return new Contender(name, Role.OURS, () -> {}, () -> moved[0] = work.count(), () -> moved[0]);
  }

  private static String megabytes(Measurement written) {
    Long bytes = written.figures().get("bytes");
    return bytes == null ? "" : String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }

  private static String seconds(Measurement measured) {
    return measured.failure() == null
        ? String.format(Locale.ROOT, "%.2f", measured.median())
        : "failed: " + measured.failure();
  }
}
