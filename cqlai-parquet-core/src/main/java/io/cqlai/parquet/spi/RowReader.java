package io.cqlai.parquet.spi;

import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.RowChunk;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Gives the rows of one part of a file in chunks, their cells in the order of the columns that were
 * matched. A row that does not fit is left out and told to the listener. To be closed by its
 * opener; used by one thread at a time.
 */
public interface RowReader extends AutoCloseable {

  /** Returns how many rows of the part have been passed: read, rejected or skipped. */
  long position();

  /**
   * Ends the reading before a row; without it, all rows of the part are read.
   *
   * @param row a position from 0; behind the last row, it changes nothing
   */
  void endAt(long row);

  /**
   * Passes over rows; none of them is converted, nor rejected.
   *
   * @param count how many at most
   * @return how many were passed: fewer where the part ends
   * @throws io.cqlai.parquet.error.TransferException as {@link #next()}
   */
  long skip(long count);

  /**
   * Returns the next rows, or null after the last. The rows of a chunk stand one after the other in
   * the file: it ends before a row that was rejected.
   *
   * @throws io.cqlai.parquet.error.TransferException CORRUPT_FILE, UNSUPPORTED_FILE, OUT_OF_MEMORY
   *     where a row is too large for the heap, STORAGE_FAILED
   */
  @Nullable
  RowChunk next();

  /** Returns what the values read so far have lost. */
  List<Loss> losses();

  @Override
  void close();
}
