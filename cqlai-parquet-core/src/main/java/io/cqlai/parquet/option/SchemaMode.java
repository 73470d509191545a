package io.cqlai.parquet.option;

/** How a file's columns have to match a table's. The default is {@link #EVOLVE}. */
public enum SchemaMode {
  /**
   * Columns that the file lacks stay unset; columns that the table lacks are left out, reported.
   */
  EVOLVE,
  /** Either is an error before the first row; in JSON lines, it rejects the object at fault. */
  STRICT
}
