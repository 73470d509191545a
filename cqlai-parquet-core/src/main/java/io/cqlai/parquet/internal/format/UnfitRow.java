package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.row.RowView;

/** Says why a record is no row of the table. */
public final class UnfitRow extends Exception {

  private static final long serialVersionUID = 1L;

  private final String column;
  private final String reason;
  private final transient RowView converted;

  /**
   * Makes an exception.
   *
   * @param column the column at fault; empty where none is
   * @param reason why, as a phrase
   * @param converted the cells that could be converted; null for the others
   */
  public UnfitRow(String column, String reason, RowView converted) {
    super(reason, null, false, false);
    this.column = column;
    this.reason = reason;
    this.converted = converted;
  }

  String column() {
    return column;
  }

  String reason() {
    return reason;
  }

  RowView converted() {
    return converted;
  }
}
