package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.progress.RequestFailure;
import io.cqlai.parquet.progress.RequestKind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;

/**
 * Rows on their way in one request. Its attempts follow each other, so that no two threads touch it
 * at once.
 */
final class Request {

  private final long bytes;
  private List<BoundRow> rows;
  private int attempt;
  private long firstSentNanos;
  private long lastSentNanos;
  @Nullable private RequestFailure failure;
  private boolean inDoubt;

  /**
   * Makes a request that has not been sent.
   *
   * @param rows one or more; of several, each may be written twice without harm
   * @param attempts how many times they were sent before
   */
  Request(List<BoundRow> rows, int attempts) {
    this.rows = rows;
    this.attempt = attempts;
    this.bytes = rows.stream().mapToLong(BoundRow::bytes).sum();
  }

  List<BoundRow> rows() {
    return rows;
  }

  boolean isBatch() {
    return rows.size() > 1;
  }

  /** Returns what the first row is written as; the others differ in their columns at most. */
  LoadSpec spec() {
    return rows.get(0).spec();
  }

  /** Returns the size of all cells in bytes. */
  long bytes() {
    return bytes;
  }

  /** Returns how many times it has been sent. */
  int attempt() {
    return attempt;
  }

  /** Counts an attempt that begins. */
  void begin() {
    lastSentNanos = System.nanoTime();
    if (attempt == 0) {
      firstSentNanos = lastSentNanos;
    }
    attempt++;
  }

  /** Returns how long ago it was sent for the first time, in microseconds. */
  long microsSinceFirstSent() {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - firstSentNanos);
  }

  /** Returns the time since its last attempt was sent. */
  Duration latency() {
    return Duration.ofNanos(System.nanoTime() - lastSentNanos);
  }

  /** Returns what the metrics call it. */
  RequestKind kind() {
    return isBatch() ? RequestKind.BATCH : RequestKind.WRITE;
  }

  /** Remembers why its last attempt failed. */
  void failed(RequestFailure why) {
    failure = why;
  }

  /** Returns why an attempt failed last; to be called after one that failed. */
  RequestFailure failure() {
    return Objects.requireNonNull(failure);
  }

  /** Remembers that nobody knows whether an attempt was applied. */
  void doubt() {
    inDoubt = true;
  }

  /** Tells whether an attempt may have been applied without an answer that says so. */
  boolean isInDoubt() {
    return inDoubt;
  }

  /** Gives rows that need it a later write time than the attempt before had. */
  void takeLater(long baseMicros) {
    rows = rows.stream().map(row -> row.again(baseMicros + attempt)).toList();
  }

  /** Tells the stretches of the rows that the server has taken them; rows of one stand together. */
  void tellWritten() {
    int from = 0;
    for (int to = 1; to <= rows.size(); to++) {
      if (to == rows.size() || rows.get(to).stretch() != rows.get(from).stretch()) {
        rows.get(from).stretch().answered(to - from);
        from = to;
      }
    }
  }

  /** Returns the rows in two parts. */
  List<List<BoundRow>> halves() {
    int half = rows.size() / 2;
    return List.of(rows.subList(0, half), rows.subList(half, rows.size()));
  }

  /**
   * Returns what is sent: the row's own statement, or an unlogged batch, which the driver routes by
   * its first row.
   */
  Statement<?> statement(DriverExecutionProfile profile) {
    if (!isBatch()) {
      return rows.get(0).statement();
    }
    return BatchStatement.builder(DefaultBatchType.UNLOGGED)
        .addStatements(rows.stream().map(BoundRow::statement).toArray(BatchableStatement<?>[]::new))
        .setExecutionProfile(profile)
        .setIdempotence(false)
        .build();
  }
}
