package io.cqlai.parquet.it.table;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.it.values.TableRows;
import java.time.Duration;

/** Materialized views, which the server fills after it has answered that they exist. */
final class Views {

  private static final Duration MOST = Duration.ofMinutes(1);
  private static final long PAUSE_MILLIS = 100;

  private Views() {}

  static void awaitRows(CqlSession session, String view, int rows) {
    long deadline = System.nanoTime() + MOST.toNanos();
    while (TableRows.of(session, view).size() < rows) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the view " + view + " was not built within a minute");
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a view was built", e);
      }
    }
  }
}
