package io.cqlai.parquet.option;

/** Which conversions of values an import may make. The default is {@link #SAFE}. */
public enum Conversion {
  /** None: a column has the type that an export of the table gives it. */
  EXACT,
  /**
   * Those in which every single value is proved to arrive whole; a value that does not is rejected.
   */
  SAFE,
  /** Those that lose as well; each such value is counted. */
  LENIENT
}
