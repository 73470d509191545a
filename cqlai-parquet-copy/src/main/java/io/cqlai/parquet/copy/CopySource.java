package io.cqlai.parquet.copy;

import java.util.List;
import java.util.Optional;

/** Where the rows of a {@link CopyTo} come from. */
public sealed interface CopySource {

  /**
   * A table, or some of its columns and rows.
   *
   * @param name the table
   * @param columns the columns in the order of the file, no name twice; empty for all of them
   * @param where the text after WHERE as it was written, comments and line breaks included, without
   *     the word WHERE
   */
  record Table(TableName name, List<Name> columns, Optional<String> where) implements CopySource {

    /** Makes the source; the list is copied. */
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A query, run as it is.
   *
   * @param cql the SELECT as it was written between the brackets
   */
  record Query(String cql) implements CopySource {}
}
