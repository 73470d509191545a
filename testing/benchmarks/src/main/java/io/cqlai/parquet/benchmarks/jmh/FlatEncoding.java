package io.cqlai.parquet.benchmarks.jmh;

import io.cqlai.parquet.benchmarks.encoding.ExampleCodec;
import io.cqlai.parquet.benchmarks.encoding.OwnEncoder;
import io.cqlai.parquet.benchmarks.encoding.RowsInMemory;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.row.RowChunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Writes the flat table's rows from CQL's bytes in memory to files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class FlatEncoding {

  /** How many rows, as text. */
  @Param("200000")
  public int rows;

  private final OwnEncoder encoder = new OwnEncoder(BenchTable.FLAT, Compression.SNAPPY);
  private List<RowChunk> pages = List.of();
  private Path file = Path.of("");

  /** Makes the rows. */
  @Setup
  public void makeRows() throws IOException {
    pages = RowsInMemory.of(BenchTable.FLAT, rows);
    file = Files.createTempFile("encoding-", ".parquet");
  }

  /** Deletes the file after each run: an export writes a new one. */
  @TearDown(Level.Iteration)
  public void deleteFile() throws IOException {
    Files.delete(file);
  }

  /** One thread, one file. */
  @Benchmark
  public long ours() throws IOException {
    return checked(encoder.write(pages, file));
  }

  /** Two threads, one file. */
  @Benchmark
  public long oursInTwoThreads() throws IOException {
    return checked(encoder.writeInParallel(pages, 2, file));
  }

  /** The writer of Parquet's examples. */
  @Benchmark
  public long exampleWriter() throws IOException {
    return checked(ExampleCodec.write(pages, encoder.mapping(), file));
  }

  private long checked(long written) {
    if (written != rows) {
      throw new IllegalStateException("wrote " + written + " rows, not " + rows);
    }
    return written;
  }
}
