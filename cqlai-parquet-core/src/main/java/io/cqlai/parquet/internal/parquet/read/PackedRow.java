package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/** A row whose cells stand one after the other in one array, but for those that are large. */
final class PackedRow implements RowView {

  private final byte[] bytes;
  private final int[] ends;
  @Nullable private final ByteBuffer[] large;

  /**
   * Makes a row.
   *
   * @param bytes the cells
   * @param ends where each cell ends; the complement of that for null, which takes no bytes
   * @param large the cells that stand in buffers of their own, and null for the others; null where
   *     there is none
   */
  PackedRow(byte[] bytes, int[] ends, @Nullable ByteBuffer[] large) {
    this.bytes = bytes;
    this.ends = ends;
    this.large = large;
  }

  @Override
  public int size() {
    return ends.length;
  }

  @Override
  @Nullable
  public ByteBuffer cell(int column) {
    if (large != null && large[column] != null) {
      return large[column];
    }
    int end = ends[column];
    if (end < 0) {
      return null;
    }
    int start = column == 0 ? 0 : ends[column - 1];
    start = start < 0 ? ~start : start;
    return ByteBuffer.wrap(bytes, start, end - start).slice();
  }
}
