package io.cqlai.parquet.schema;

import io.cqlai.parquet.copy.Name;
import javax.annotation.Nullable;

/** Names of keyspaces, tables, columns, types and fields, between internal form and CQL text. */
public final class CqlName {

  private CqlName() {}

  /**
   * Returns a name as CQL writes it: in double quotes, quotes doubled, unless it stands without.
   * Reserved words of any CQL version are quoted.
   *
   * @param internal the exact characters of the name
   */
  public static String quoteIfNeeded(String internal) {
    return new Name(internal).asCql();
  }

  /**
   * Returns a table's name as CQL writes it: {@code keyspace.table}.
   *
   * @param keyspace in internal form, or null where the table is named without one
   * @param table in internal form
   */
  public static String qualified(@Nullable String keyspace, String table) {
    String name = quoteIfNeeded(table);
    return keyspace == null ? name : quoteIfNeeded(keyspace) + "." + name;
  }
}
