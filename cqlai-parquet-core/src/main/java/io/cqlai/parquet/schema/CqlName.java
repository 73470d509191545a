package io.cqlai.parquet.schema;

import io.cqlai.parquet.copy.Name;

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
}
