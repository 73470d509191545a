package io.cqlai.parquet.option;

/** How an import writes a row. The default is {@link #UPSERT}. */
public enum WriteMode {
  /** A plain INSERT: makes the row, or writes over its columns. */
  UPSERT,
  /**
   * INSERT … IF NOT EXISTS; a row that exists is skipped. One conditional statement a row: slow.
   */
  INSERT,
  /** UPDATE … IF EXISTS; a row that does not exist is skipped. One conditional statement a row. */
  UPDATE,
  /** Adds the file's numbers to counters. Running it twice adds twice. */
  COUNTER
}
