package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.List;

/**
 * Rows on their way in one request. Its attempts follow each other, so that no two threads touch it
 * at once.
 */
final class Request {

  private final long bytes;
  private List<BoundRow> rows;
  private int attempt;

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
    attempt++;
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
