package io.cqlai.parquet.benchmarks;

import java.nio.file.Path;
import javax.annotation.Nullable;
import picocli.CommandLine.Option;

/** The options that all benchmarks have. */
final class RunOptions {

  /** Where everything goes that a run leaves. */
  static final Path OUTPUT = Path.of("target", "benchmarks").toAbsolutePath();

  private static final long ROWS = 1_000_000;
  private static final long QUICK_ROWS = 100_000;
  private static final int ROUNDS = 3;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of the flat table; the others have fewer (default: 1,000,000).")
  @Nullable
  private Long rows;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each is timed; the median counts (default: 3).")
  @Nullable
  private Integer rounds;

  @Option(
      names = "--quick",
      description = "100,000 rows and one round, to see that all works: the figures say little.")
  private boolean quick;

  @Option(
      names = "--write-docs",
      description = "Put the result into docs/benchmarks.md, in place of the last one.")
  private boolean writeDocs;

  long rows() {
    return rows == null ? quick ? QUICK_ROWS : ROWS : rows;
  }

  /** How many rows benchmarks have that hold them in memory: a fifth. */
  long rowsInMemory() {
    return Math.max(1, rows() / 5);
  }

  int rounds() {
    return rounds == null ? quick ? 1 : ROUNDS : rounds;
  }

  boolean isQuick() {
    return quick;
  }

  boolean writesDocs() {
    return writeDocs;
  }
}
