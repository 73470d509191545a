package io.cqlai.parquet.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What was measured of one contender.
 *
 * @param benchmark what was done: {@code export}, {@code decode}
 * @param table the table whose rows were moved
 * @param contender who did it, in words for a report
 * @param rows how many rows each round moved
 * @param seconds of each round, in their order; empty for one that failed
 * @param figures what else was measured, by names that carry their unit
 * @param failure why there is no result; null where there is one
 */
public record Measurement(
    String benchmark,
    String table,
    String contender,
    Role role,
    long rows,
    List<Double> seconds,
    Map<String, Long> figures,
    @Nullable String failure) {

  public Measurement {
    seconds = List.copyOf(seconds);
    figures = Map.copyOf(figures);
  }

  /** Returns a result. */
  public static Measurement of(
      String benchmark,
      String table,
      String contender,
      Role role,
      long rows,
      List<Double> seconds,
      Map<String, Long> figures) {
    return new Measurement(benchmark, table, contender, role, rows, seconds, figures, null);
  }

  /** Returns that there is no result. */
  public static Measurement failed(
      String benchmark, String table, String contender, Role role, String reason) {
    return new Measurement(benchmark, table, contender, role, 0, List.of(), Map.of(), reason);
  }

  /** Returns the same with other figures. */
  public Measurement with(Map<String, Long> other) {
    return new Measurement(benchmark, table, contender, role, rows, seconds, other, failure);
  }

  /**
   * Returns the rounds of two measurements of one contender as one; it fails where one of them did.
   */
  public Measurement and(Measurement later) {
    if (failure != null || later.failure != null) {
      return failure == null ? later : this;
    }
    List<Double> both = new ArrayList<>(seconds);
    both.addAll(later.seconds);
    return new Measurement(benchmark, table, contender, role, rows, both, later.figures, null);
  }

  /** Returns the median of the rounds, in seconds; of an even number the mean of the middle two. */
  public double median() {
    double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Returns the rows per second of the median round. */
  public double rowsPerSecond() {
    return rows / median();
  }
}
