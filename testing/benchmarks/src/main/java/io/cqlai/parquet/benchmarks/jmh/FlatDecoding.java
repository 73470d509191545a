package io.cqlai.parquet.benchmarks.jmh;

import io.cqlai.parquet.benchmarks.encoding.ExampleCodec;
import io.cqlai.parquet.benchmarks.encoding.OwnDecoder;
import io.cqlai.parquet.benchmarks.encoding.OwnEncoder;
import io.cqlai.parquet.benchmarks.encoding.RowsInMemory;
import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.option.Compression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Reads the flat table's rows from a file: to CQL's bytes, or to the groups of the examples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class FlatDecoding {

  /** How many rows, as text. */
  @Param("200000")
  public int rows;

  private final OwnDecoder decoder = new OwnDecoder(BenchTable.FLAT);
  private Path file = Path.of("");

  /** Writes the file. */
  @Setup
  public void writeFile() throws IOException {
    file = Files.createTempFile("decoding-", ".parquet");
    new OwnEncoder(BenchTable.FLAT, Compression.SNAPPY)
        .write(RowsInMemory.of(BenchTable.FLAT, rows), file);
  }

  /** Deletes the file. */
  @TearDown
  public void deleteFile() throws IOException {
    Files.delete(file);
  }

  /** The library's reader, one thread. */
  @Benchmark
  public long ours(Blackhole blackhole) {
    return checked(decoder.read(file, blackhole::consume));
  }

  /** The reader of Parquet's examples. */
  @Benchmark
  public long exampleReader(Blackhole blackhole) throws IOException {
    return checked(ExampleCodec.read(file, blackhole::consume));
  }

  private long checked(long read) {
    if (read != rows) {
      throw new IllegalStateException("read " + read + " rows, not " + rows);
    }
    return read;
  }
}
