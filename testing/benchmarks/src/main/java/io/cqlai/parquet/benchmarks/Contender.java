package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.report.Role;

/**
 * One of those that are timed beside each other.
 *
 * @param name who it is, in words for a report
 * @param prepare what comes before each round and is not timed
 * @param work what is timed
 * @param rows counts afterwards what the work has moved, so that a fast failure is no result
 */
public record Contender(String name, Role role, Step prepare, Step work, RowCount rows) {

  /** Something that may fail in any way. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }

  /** Counts rows where they have arrived. */
  @FunctionalInterface
  public interface RowCount {
    long count() throws Exception;
  }
}
