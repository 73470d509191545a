package io.cqlai.parquet.schema;

import java.util.regex.Pattern;

/** Names of keyspaces, tables, columns, types and fields, between internal form and CQL text. */
public final class CqlName {

  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

  private CqlName() {}

  /**
   * Returns a name as CQL writes it: in double quotes, quotes doubled, unless it stands without.
   *
   * @param internal the exact characters of the name
   */
  public static String quoteIfNeeded(String internal) {
    return PLAIN.matcher(internal).matches()
        ? internal
        : "\"" + internal.replace("\"", "\"\"") + "\"";
  }
}
