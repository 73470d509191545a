package io.cqlai.parquet.row;

import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * A row as the bytes of its cells. Each cell is in the encoding of CQL's native protocol (version
 * 5, section 6, "Data types"), so that nothing is decoded, boxed or copied between Cassandra and a
 * file.
 */
public interface RowView {

  /** Returns how many cells the row has: one for each column of its schema. */
  int size();

  /**
   * Returns the bytes of a cell between position and limit, or null for CQL's null. The buffer is
   * shared: callers read it by absolute index and change neither content, position nor limit.
   *
   * @param column from 0
   */
  @Nullable
  ByteBuffer cell(int column);

  /**
   * Tells whether the row says nothing of a column, not even that it is null. Its cell is null
   * then.
   *
   * @param column from 0
   */
  default boolean isMissing(int column) {
    return false;
  }

  /** Returns the size of all cells together, in bytes. */
  default long bytes() {
    long bytes = 0;
    for (int i = 0; i < size(); i++) {
      ByteBuffer cell = cell(i);
      bytes += cell == null ? 0 : cell.remaining();
    }
    return bytes;
  }
}
