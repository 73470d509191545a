package io.cqlai.parquet.benchmarks.server;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;

/**
 * What a program does without any help: one query, the driver's own paging, each cell's bytes
 * looked at. Nothing is written.
 */
public final class PagedQuery {

  private static final int PAGE_ROWS = 5_000;

  private final CqlSession session;
  private final String select;

  /** Makes a query that has not run yet. */
  public PagedQuery(CqlSession session, String select) {
    this.session = session;
    this.select = select;
  }

  /** Runs it to the end of its result. */
  public TokenScan.Seen run() {
    ResultSet rows = session.execute(SimpleStatement.newInstance(select).setPageSize(PAGE_ROWS));
    return TokenScan.look(rows, rows.getColumnDefinitions().size());
  }
}
