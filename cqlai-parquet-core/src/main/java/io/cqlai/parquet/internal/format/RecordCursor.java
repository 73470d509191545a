package io.cqlai.parquet.internal.format;

/**
 * Passes over the records of a file of text, each of them a row. To be closed by its opener; used
 * by one thread.
 */
public interface RecordCursor extends AutoCloseable {

  /**
   * Moves to the next record, to begin with to the first.
   *
   * @return false behind the last
   * @throws io.cqlai.parquet.error.TransferException CORRUPT_FILE where no records can be told
   *     apart any more, OUT_OF_MEMORY where one is too large, STORAGE_FAILED
   */
  boolean next();

  /** Returns the line on which the record begins, from 1. */
  long line();

  @Override
  void close();
}
