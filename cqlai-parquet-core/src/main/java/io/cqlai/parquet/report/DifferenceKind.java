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
  /** The table has no row of that primary key. */
  ONLY_IN_FILE,
  /** The file has no row of that primary key. */
  ONLY_IN_TABLE,
  /** Both have a row of that primary key, with other values. */
  OTHER_VALUES,
  /** The rows differ, and without their whole primary key it cannot be told which. */
  OTHER_ROWS
}
