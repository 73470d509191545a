package io.cqlai.parquet.schema;

import java.util.List;

/**
 * A table as it was defined when it was looked at.
 *
 * @param keyspace the keyspace's name in internal form
 * @param table the table's name in internal form
 * @param rows all its columns: partition key, clustering columns, then the others
 * @param counters whether it is a counter table
 * @param view whether it is a materialized view, which can be read and not written
 * @param createTypes a {@code CREATE TYPE} statement for each user-defined type that its columns
 *     use, in an order in which they can be run
 * @param createTable the {@code CREATE TABLE} statement, with no trailing semicolon
 */
public record TableSchema(
    String keyspace,
    String table,
    RowSchema rows,
    boolean counters,
    boolean view,
    List<String> createTypes,
    String createTable) {

  public TableSchema {
    createTypes = List.copyOf(createTypes);
  }

  /** Returns the name as CQL writes it: {@code keyspace.table}, quoted where it has to be. */
  public String cqlName() {
    return CqlName.qualified(keyspace, table);
  }

  /** Returns the partition key's columns in their order. */
  public List<Column> partitionKey() {
    return rows.columns().stream().filter(c -> c.role() == ColumnRole.PARTITION_KEY).toList();
  }

  /** Returns the primary key's columns: the partition key's, then the clustering columns. */
  public List<Column> primaryKey() {
    return rows.columns().stream().filter(c -> c.role().isKey()).toList();
  }
}
