package io.cqlai.parquet.copy;

import java.util.Optional;

/**
 * The name of a table.
 *
 * @param keyspace its keyspace, or empty for the one that the session uses
 * @param table the table
 */
public record TableName(Optional<Name> keyspace, Name table) {

  /** The name as CQL writes it, the keyspace before it where one is given. */
  public String asCql() {
    return keyspace.map(name -> name.asCql() + ".").orElse("") + table.asCql();
  }

  /** The name as {@link #asCql()} writes it. */
  @Override
  public String toString() {
    return asCql();
  }
}
