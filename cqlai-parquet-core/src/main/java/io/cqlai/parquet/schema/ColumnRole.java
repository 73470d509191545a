package io.cqlai.parquet.schema;

/** What a column is in its table's key. */
public enum ColumnRole {
  /** Part of the partition key: never null. */
  PARTITION_KEY,
  /**
   * Part of the clustering key: null only in a row that holds a partition's static values alone.
   */
  CLUSTERING,
  /** One value for the whole partition. */
  STATIC,
  /** Any other column, and each column of a query's result whose role is not known. */
  REGULAR;

  /** Tells whether the column is part of the primary key. */
  public boolean isKey() {
    return this == PARTITION_KEY || this == CLUSTERING;
  }
}
