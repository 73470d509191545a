package io.cqlai.parquet.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line: one subcommand for each benchmark. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "Measures the library beside the bare driver, other tools and other encoders.",
    subcommands = {
      ExportBenchmark.class,
      ImportBenchmark.class,
      EncodeBenchmark.class,
      DecodeBenchmark.class,
      CodecBenchmark.class,
      ScaleBenchmark.class,
      CaptureBenchmark.class
    })
public final class Benchmarks {

  /** Runs a benchmark and exits: with status 1 when any of the library's own runs failed. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Benchmarks())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }
}
