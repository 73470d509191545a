package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.JmhRun.Method;
import io.cqlai.parquet.benchmarks.encoding.OwnEncoder;
import io.cqlai.parquet.benchmarks.encoding.Pyarrow;
import io.cqlai.parquet.benchmarks.encoding.RowsInMemory;
import io.cqlai.parquet.benchmarks.jmh.FlatEncoding;
import io.cqlai.parquet.benchmarks.report.Measurement;
import io.cqlai.parquet.benchmarks.report.Role;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.option.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Encoding alone. */
@Command(
    name = "encode",
    description = "Rows in memory to Parquet: the library, Parquet's example writer, pyarrow.",
    sortOptions = false)
final class EncodeBenchmark implements Callable<Integer> {

  private static final String NAME = "encode";
  private static final String PYARROW = "pyarrow, one thread";
  private static final int PYARROW_ROUNDS = 5;

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() throws IOException {
    long rows = options.rowsInMemory();
    List<Turns.Contender> contenders =
        new JmhRun(NAME, rows, options)
            .contenders(
                FlatEncoding.class,
                List.of(
                    new Method("ours", "ours, one thread", Role.OURS),
                    new Method(
                        "oursInTwoThreads", "ours, two threads, one file", Role.OURS_IN_PARALLEL),
                    new Method("exampleWriter", "ExampleParquetWriter, SimpleGroup", Role.PEER)));
    contenders.add(() -> pyarrow(rows));
    return new Publication(options).publish(NAME, Turns.take(options.rounds(), contenders));
  }

  private static Measurement pyarrow(long rows) throws IOException {
    Path file = Files.createTempFile("encode-", ".parquet");
    System.err.println(NAME + ": " + PYARROW + " …");
    try {
      new OwnEncoder(BenchTable.FLAT, Compression.SNAPPY)
          .write(RowsInMemory.of(BenchTable.FLAT, rows), file);
      Map<String, Long> ownSize = Map.of("ownBytes", Files.size(file));
      Pyarrow.Written written = Pyarrow.write(file, "snappy", PYARROW_ROUNDS);
      if (written.rows() != rows) {
        return failed("wrote " + written.rows() + " rows, not " + rows);
      }
      Map<String, Long> sizes =
          Map.of("bytes", written.bytes(), "ownBytes", ownSize.get("ownBytes"));
      return Measurement.of(
          NAME, BenchTable.FLAT.cqlName(), PYARROW, Role.PEER, rows, written.seconds(), sizes);
    } catch (TestAbortedException | AssertionError missing) {
      return failed(String.valueOf(missing.getMessage()));
    } finally {
      Files.delete(file);
    }
  }

  private static Measurement failed(String reason) {
    return Measurement.failed(NAME, BenchTable.FLAT.cqlName(), PYARROW, Role.PEER, reason);
  }
}
