package io.cqlai.parquet.copy;

import java.util.List;

/**
 * {@code COPY … FROM 'file', …} or {@code FROM STDIN}: rows of files go into a table.
 *
 * @param table the table
 * @param columns the columns to fill, no name twice; empty for all that the files have
 * @param paths paths or URIs as they were written, in that order; none blank, none twice. Empty for
 *     STDIN, where the format is CSV unless the options say another
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
