package io.cqlai.parquet.copy;

import java.util.List;

/**
 * {@code COPY … FROM 'file', …}: rows of files go into a table.
 *
 * @param table the table
 * @param columns the columns to fill, no name twice; empty for all that the files have
 * @param paths paths or URIs as they were written, in that order; at least one, none empty, none
 *     twice
 * @param options what stands after WITH
 */
public record CopyFrom(
    TableName table, List<ColumnMapping> columns, List<String> paths, Options options)
    implements CopyStatement {

  /** Makes the statement; the lists are copied. */
  public CopyFrom {
    columns = List.copyOf(columns);
    paths = List.copyOf(paths);
  }
}
