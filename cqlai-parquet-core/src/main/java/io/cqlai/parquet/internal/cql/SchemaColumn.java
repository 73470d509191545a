package io.cqlai.parquet.internal.cql;

import io.cqlai.parquet.schema.ColumnRole;

/**
 * A row of the table {@code system_schema.columns}.
 *
 * @param name in internal form
 * @param role what its kind means
 * @param position where it stands in its part of the key, from 0; −1 outside the key
 * @param type its type in CQL
 * @param descending whether its values are kept in descending order
 */
record SchemaColumn(String name, ColumnRole role, int position, String type, boolean descending) {

  static ColumnRole roleOf(String kind) {
    return switch (kind) {
      case "partition_key" -> ColumnRole.PARTITION_KEY;
      case "clustering" -> ColumnRole.CLUSTERING;
      case "static" -> ColumnRole.STATIC;
      default -> ColumnRole.REGULAR;
    };
  }

  SchemaColumn as(ColumnRole other) {
    return new SchemaColumn(name, other, position, type, descending);
  }
}
