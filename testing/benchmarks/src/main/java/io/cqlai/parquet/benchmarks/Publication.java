package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.report.Comparison;
import io.cqlai.parquet.benchmarks.report.DocsPage;
import io.cqlai.parquet.benchmarks.report.Machine;
import io.cqlai.parquet.benchmarks.report.Measurement;
import io.cqlai.parquet.benchmarks.report.ResultLog;
import io.cqlai.parquet.benchmarks.report.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Brings results to where they are read: standard output, the log, and the docs when asked to. */
final class Publication {

  private static final Path PAGE = Path.of("docs", "benchmarks.md");

  private final RunOptions options;

  Publication(RunOptions options) {
    this.options = options;
  }

  /** Publishes results as a comparison. */
  int publish(String benchmark, List<Measurement> measured) throws IOException {
    return publish(benchmark, measured, Comparison.table(measured));
  }

  /**
   * Publishes results.
   *
   * @param table how people are to see them
   * @return the exit status: 1 when one of the library's own runs failed
   */
  int publish(String benchmark, List<Measurement> measured, String table) throws IOException {
    Machine machine = Machine.here();
    String text = "\nMeasured " + machine + ".\n\n" + table + "\n";
    System.out.print(text);
    new ResultLog(RunOptions.OUTPUT.resolve("results.jsonl")).append(machine, measured);
    if (options.writesDocs()) {
      new DocsPage(PAGE).replace(benchmark, text);
    }
    boolean failed =
        measured.stream().anyMatch(each -> each.failure() != null && each.role() != Role.PEER);
    return failed ? 1 : 0;
  }
}
