package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.cql.ColumnDefinition;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import io.cqlai.parquet.copy.Statements;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.Tables;
import io.cqlai.parquet.internal.scan.SizeEstimate;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.TableSchema;

/** About how many pages a query has, where the server's estimates tell. */
final class PageEstimate {

  private PageEstimate() {}

  /**
   * Returns how many pages there are about; 0 where nothing tells: for a query with a condition or
   * a function, a table of several rows in a partition, and one that was not written to disk yet.
   */
  static long of(
      Requests requests, Awaiting waiter, String query, ColumnDefinitions columns, int pageRows) {
    if (columns.size() == 0 || !Statements.readsWholeTable(query)) {
      return 0;
    }
    ColumnDefinition first = columns.get(0);
    try {
      TableSchema table =
          Tables.find(
              requests, waiter, first.getKeyspace().asInternal(), first.getTable().asInternal());
      boolean oneRowEach =
          table.rows().columns().stream().noneMatch(c -> c.role() == ColumnRole.CLUSTERING);
      long rows = oneRowEach ? SizeEstimate.of(requests, waiter, table).partitions() : 0;
      return (rows + pageRows - 1) / pageRows;
    } catch (TransferException e) {
      return 0; // the query itself will tell what is wrong
    }
  }
}
