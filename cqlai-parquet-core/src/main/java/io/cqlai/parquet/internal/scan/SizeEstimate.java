package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.schema.TableSchema;

/**
 * What a node estimates of a table's size from the files that it has written to disk. A table whose
 * rows are still in memory has none.
 *
 * @param partitions how many partitions the node that was asked answers for; 0 when not known
 * @param meanPartitionBytes the mean size of a partition in bytes; 0 when not known
 */
public record SizeEstimate(long partitions, long meanPartitionBytes) {

  private static final String QUERY =
      "SELECT mean_partition_size, partitions_count FROM system.size_estimates"
          + " WHERE keyspace_name = ? AND table_name = ?";

  /** Asks one node. */
  public static SizeEstimate of(Requests requests, Awaiting waiter, TableSchema table) {
    AsyncResultSet result =
        waiter.await(
            requests.ask(requests.statement(QUERY, table.keyspace(), table.table())),
            "Reading the size estimates of " + table.cqlName());
    long partitions = 0;
    long bytes = 0;
    for (Row row : result.currentPage()) {
      long count = row.getLong("partitions_count");
      partitions += count;
      bytes += count * row.getLong("mean_partition_size");
    }
    return new SizeEstimate(partitions, partitions == 0 ? 0 : bytes / partitions);
  }
}
