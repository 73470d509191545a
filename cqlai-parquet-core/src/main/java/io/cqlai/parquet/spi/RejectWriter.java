package io.cqlai.parquet.spi;

import java.io.IOException;
import java.util.List;

/**
 * Writes rows that were rejected to a file of their own: as they are in the file that they come
 * from, with what went wrong beside them. They are read once more for that.
 */
public interface RejectWriter extends AutoCloseable {

  /**
   * Copies rows of one part of a file, now or until {@link #finish()}.
   *
   * @param source the file that this was opened for, or one that shares it
   * @param part from 0
   * @param rows in any order; one that is named twice is written twice
   * @throws IOException when the target fails
   * @throws io.cqlai.parquet.error.TransferException when the source fails; what was copied before
   *     stays
   */
  void copy(RowSource source, int part, List<RejectedRow> rows) throws IOException;

  /**
   * Completes the file.
   *
   * @return how many rows it has
   * @throws IOException when the target fails or does not hold what was written to it
   * @throws io.cqlai.parquet.error.TransferException as {@link #copy}
   */
  long finish() throws IOException;

  /** Releases everything; without {@link #finish()} before, the file is incomplete. */
  @Override
  void close() throws IOException;
}
