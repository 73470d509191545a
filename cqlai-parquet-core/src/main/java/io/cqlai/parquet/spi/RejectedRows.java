package io.cqlai.parquet.spi;

import io.cqlai.parquet.row.RowView;

/** Is told of the rows of a file that cannot become rows of the table. */
@FunctionalInterface
public interface RejectedRows {

  /**
   * Is told of one row.
   *
   * @param converted the cells that could be converted, in the order of the columns; null for the
   *     others as for nulls
   */
  void rejected(RejectedRow row, RowView converted);
}
