package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.RowView;
import java.util.List;

/** Makes the record that a cursor stands on into a row. */
public interface RowConverter {

  /**
   * Converts the record.
   *
   * @throws UnfitRow when it is no row of the table
   */
  RowView convert() throws UnfitRow;

  /** Returns what the records so far have lost. */
  List<Loss> losses();
}
