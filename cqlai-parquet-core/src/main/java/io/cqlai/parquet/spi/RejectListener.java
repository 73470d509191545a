package io.cqlai.parquet.spi;

import io.cqlai.parquet.row.RowView;

/** Is told of each row that a format or a table cannot hold. */
@FunctionalInterface
public interface RejectListener {

  /**
   * Is told of one row.
   *
   * @param row the row, with all its cells; valid during the call
   * @param column the position of the column at fault
   * @param reason why, as a phrase: {@code "40 digits do not fit DECIMAL(38,18)"}
   */
  void rejected(RowView row, int column, String reason);
}
