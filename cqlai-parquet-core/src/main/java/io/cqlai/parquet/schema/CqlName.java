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
   * Returns the name of a table or a type as CQL writes it: {@code keyspace.table}.
   *
   * @param keyspace in internal form, or null for a name without one
   * @param name in internal form
   */
  public static String qualified(@Nullable String keyspace, String name) {
    String cql = quoteIfNeeded(name);
    return keyspace == null ? cql : quoteIfNeeded(keyspace) + "." + cql;
  }
}
