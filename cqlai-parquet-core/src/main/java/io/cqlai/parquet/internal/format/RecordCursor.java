package io.cqlai.parquet.internal.format;

import java.util.List;
import javax.annotation.Nullable;

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

  /** Returns the texts of the record's fields in the file's order; none where it has no order. */
  List<String> fields();

  /** Returns the record as it stands in the file, or null where its fields say it all. */
  @Nullable
  String text();

  @Override
  void close();
}
