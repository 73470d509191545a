package io.cqlai.parquet.internal.cql;

import io.cqlai.parquet.schema.ColumnRole;
import java.util.List;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * Tables that were made WITH COMPACT STORAGE or through Thrift. The schema tables list columns for
 * them that queries do not have; what is left is what {@code SELECT *} returns.
 */
final class CompactStorage {

  private static final String EMPTY = "empty";

  private CompactStorage() {}

  /**
   * Returns the columns that queries have.
   *
   * @param flags the table's flags, of which an ordinary table has at least one; null for a view
   *     and a virtual table, which have none to tell
   */
  static List<SchemaColumn> visible(List<SchemaColumn> columns, @Nullable Set<String> flags) {
    if (flags == null || flags.contains("compound") && !flags.contains("dense")) {
      return columns;
    }
    if (flags.contains("dense")) {
      // Nothing is kept beside the key where the one column has the empty type.
      return columns.stream()
          .filter(c -> c.role() != ColumnRole.REGULAR || !c.type().equals(EMPTY))
          .toList();
    }
    if (flags.contains("super")) {
      return columns;
    }
    // One row per partition: its columns are kept as static ones, beside a clustering column and a
    // value for columns that were never declared.
    return columns.stream()
        .filter(c -> c.role() == ColumnRole.PARTITION_KEY || c.role() == ColumnRole.STATIC)
        .map(c -> c.role() == ColumnRole.STATIC ? c.as(ColumnRole.REGULAR) : c)
        .toList();
  }
}
