package io.cqlai.parquet.row;

import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/** A row that holds its cells in an array. The array belongs to the row from then on. */
public final class CellRow implements RowView {

  private final ByteBuffer[] cells;

  /**
   * Makes a row of the cells given.
   *
   * @param cells one per column, null for CQL's null; not copied
   */
  public CellRow(ByteBuffer... cells) {
    this.cells = cells;
  }

  @Override
  public int size() {
    return cells.length;
  }

  @Override
  @Nullable
  public ByteBuffer cell(int column) {
    return cells[column];
  }
}
