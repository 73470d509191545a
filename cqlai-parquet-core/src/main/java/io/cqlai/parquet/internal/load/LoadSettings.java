package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.internal.cql.Backoff;

/**
 * How a loader sends.
 *
 * @param concurrency the most requests in flight
 * @param bytesInFlight the most bytes of cells in flight; one row of any size may always go
 * @param maxErrors how many rows may be rejected; {@code Long.MAX_VALUE} for no bound
 * @param writeTimeMicros the write time of all rows in microseconds, where they carry one
 * @param listTimeMicros the write time of rows with a list that is not frozen, where they carry
 *     one: the same write time twice would double the list
 * @param ttlSeconds the time to live in seconds, where they carry one
 * @param backoff how a request is repeated
 */
public record LoadSettings(
    int concurrency,
    long bytesInFlight,
    long maxErrors,
    long writeTimeMicros,
    long listTimeMicros,
    int ttlSeconds,
    Backoff backoff) {

  private static final long MOST_BYTES = 64L << 20;

  /**
   * Returns the bound on bytes for this JVM: an eighth of its heap, 64 MiB at most. The driver
   * holds a copy of each request beside the cells.
   */
  public static long bytesForHeap(long maxHeap) {
    return Math.min(MOST_BYTES, maxHeap / 8);
  }

  /**
   * Returns how many requests are in flight by default.
   *
   * @param inBatches whether a request holds many rows
   */
  public static int concurrencyFor(int cores, int nodes, boolean inBatches) {
    long rows = Math.max(128, Math.min(1_024, 64L * cores * nodes));
    return (int) (inBatches ? rows / 4 : rows);
  }
}
