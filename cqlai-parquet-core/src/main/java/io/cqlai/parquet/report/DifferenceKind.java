package io.cqlai.parquet.report;

/** What a {@link Difference} is. */
public enum DifferenceKind {
  /** A byte of the file is not as it was written, by the checksum that it carries. */
  OTHER_BYTES,
  /** The rows of the file are not those that were exported to it, by the digest that it carries. */
  NOT_AS_EXPORTED,
  /** A row of the file can be no row of the table. */
  UNREADABLE_ROW,
  /** A primary key comes more than once in the file. */
  REPEATED_KEY,
  /** A primary key comes more than once in what was read of the table: it was not read right. */
  REPEATED_IN_TABLE,
  /** The table has no row of that primary key. */
  ONLY_IN_FILE,
  /** The file has no row of that primary key. */
  ONLY_IN_TABLE,
  /** Both have a row of that primary key, with other values. */
  OTHER_VALUES,
  /**
   * The rows differ, and it cannot be told which: they do not have their whole primary key, or they
   * differed when they were first read and not when they were read again.
   */
  OTHER_ROWS
}
