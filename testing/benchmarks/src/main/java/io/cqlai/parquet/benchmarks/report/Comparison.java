package io.cqlai.parquet.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints the measurements of one benchmark beside each other. */
public final class Comparison {

  private static final String NONE = "";

  private Comparison() {}

  /**
   * Returns a table of the measurements, a row for each in their order.
   *
   * <p>A tool that runs as a process is compared with the library as a process, anything else with
   * the library in a warm JVM.
   */
  public static String table(List<Measurement> measurements) {
    MarkdownTable table =
        new MarkdownTable(
            "table", "what", "rows", "seconds", "rows/s", "of the ceiling", "ours is faster by");
    for (Measurement each : measurements) {
      if (each.failure() != null) {
        table.row(
            each.table(), each.contender(), NONE, NONE, "failed: " + each.failure(), NONE, NONE);
        continue;
      }
      table.row(
          each.table(),
          each.contender(),
          String.format(Locale.ROOT, "%,d", each.rows()),
          String.format(Locale.ROOT, "%.2f", each.median()),
          String.format(Locale.ROOT, "%,.0f", each.rowsPerSecond()),
          find(measurements, each, Role.CEILING)
              .map(ceiling -> ratio(each.rowsPerSecond() / ceiling.rowsPerSecond()))
              .orElse(NONE),
          besideOurs(measurements, each));
    }
    return table.toString();
  }

  private static String besideOurs(List<Measurement> measurements, Measurement each) {
    return switch (each.role()) {
      case PEER ->
          ours(measurements, each)
              .map(ours -> ratio(ours.rowsPerSecond() / each.rowsPerSecond()) + " ×")
              .orElse(NONE);
      case OURS_IN_PARALLEL -> timesOurs(measurements, each, "one thread");
      case OURS_WITH_CHECKPOINT -> timesOurs(measurements, each, "without a checkpoint");
      case CEILING, OURS, OURS_AS_PROCESS -> NONE;
    };
  }

  private static String timesOurs(List<Measurement> measurements, Measurement each, String what) {
    return find(measurements, each, Role.OURS)
        .map(ours -> ratio(each.rowsPerSecond() / ours.rowsPerSecond()) + " × " + what)
        .orElse(NONE);
  }

  private static Optional<Measurement> ours(List<Measurement> measurements, Measurement peer) {
    return find(measurements, peer, Role.OURS_AS_PROCESS)
        .or(() -> find(measurements, peer, Role.OURS));
  }

  private static Optional<Measurement> find(
      List<Measurement> measurements, Measurement beside, Role role) {
    return measurements.stream()
        .filter(each -> each.failure() == null && each.role() == role)
        .filter(each -> each.table().equals(beside.table()))
        .findFirst();
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
