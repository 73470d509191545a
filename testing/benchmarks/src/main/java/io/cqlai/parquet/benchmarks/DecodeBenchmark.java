package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.JmhRun.Method;
import io.cqlai.parquet.benchmarks.jmh.FlatDecoding;
import io.cqlai.parquet.benchmarks.report.Role;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decoding alone. */
@Command(
    name = "decode",
    description = "Parquet to rows in memory: the library, and Parquet's example reader.",
    sortOptions = false)
final class DecodeBenchmark implements Callable<Integer> {

  private static final String NAME = "decode";

  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() throws IOException {
    List<Turns.Contender> contenders =
        new JmhRun(NAME, options.rowsInMemory(), options)
            .contenders(
                FlatDecoding.class,
                List.of(
                    new Method("ours", "ours, one thread", Role.OURS),
                    new Method("exampleReader", "ParquetReader, Group", Role.PEER)));
    return new Publication(options).publish(NAME, Turns.take(options.rounds(), contenders));
  }
}
