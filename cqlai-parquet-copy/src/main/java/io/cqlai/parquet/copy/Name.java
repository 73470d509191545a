package io.cqlai.parquet.copy;

import java.util.Locale;

/**
 * The name of a keyspace, a table or a column, as Cassandra stores it.
 *
 * @param text the internal form: what was written without quotes is in lower case here, and what
 *     was quoted is here without its quotes
 */
public record Name(String text) {

  /** The name that an identifier without quotes stands for: its letters fold to lower case. */
  static Name unquoted(String identifier) {
    return new Name(identifier.toLowerCase(Locale.ROOT));
  }

  /**
   * The name as CQL writes it: bare where CQL reads it back as the same name, in double quotes
   * where it has capitals or odd characters or is a reserved word of any CQL version.
   */
  public String asCql() {
    return isBare() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private boolean isBare() {
    if (text.isEmpty() || !isLowerCaseLetter(text.charAt(0))) {
      return false;
    }
    return text.chars().allMatch(c -> isLowerCaseLetter(c) || (c >= '0' && c <= '9') || c == '_')
        && !ReservedWords.contains(text);
  }

  private static boolean isLowerCaseLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** The name as {@link #asCql()} writes it. */
  @Override
  public String toString() {
    return asCql();
  }
}
