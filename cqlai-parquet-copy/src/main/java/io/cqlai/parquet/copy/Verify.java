package io.cqlai.parquet.copy;

import java.util.Optional;

/**
 * {@code VERIFY 'path' [AGAINST | WITHIN [keyspace.]table]}: a file is read, and compared with a
 * table where one is named.
 *
 * @param path the file
 * @param table the table that it is compared with, if any
 * @param relation what has to hold; {@link Relation#EQUAL} where no table is named
 */
public record Verify(String path, Optional<TableName> table, Relation relation)
    implements Statement {

  /** What has to hold of the rows of a file and those of a table. */
  public enum Relation {
    /** Both have the same rows: AGAINST. */
    EQUAL,
    /** The table has each row of the file, and may have others: WITHIN. */
    CONTAINED
  }
}
