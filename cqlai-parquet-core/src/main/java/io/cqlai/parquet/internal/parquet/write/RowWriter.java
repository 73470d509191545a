package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;

/** Writes rows into one row group. */
final class RowWriter {

  /** The most rows that are written at once: few enough for their cells to stay in the cache. */
  static final int MOST_ROWS = 64;

  private final FieldWriter[] columns;
  private final RowGroupEncoder encoder;
  private final ByteBuffer[] cells;
  private int column;

  private RowWriter(FieldWriter[] columns, RowGroupEncoder encoder) {
    this.columns = columns;
    this.encoder = encoder;
    this.cells = new ByteBuffer[MOST_ROWS];
  }

  /** Returns a writer of the rows that a mapping is for. */
  static RowWriter of(ParquetMapping mapping, LossCounters losses, RowGroupEncoder encoder) {
    return new RowWriter(WriterTree.of(mapping, losses, encoder), encoder);
  }

  /** Returns the row group. */
  RowGroupEncoder encoder() {
    return encoder;
  }

  /**
   * Writes rows column by column, so that the processor stays with one kind of value.
   *
   * @param rows holds the rows
   * @param count how many there are, {@value #MOST_ROWS} at most
   */
  void write(RowView[] rows, int count) {
    for (column = 0; column < columns.length; column++) {
      write(columns[column], rows, count);
    }
  }

  private void write(FieldWriter to, RowView[] rows, int count) {
    // Cells are far apart in memory: all are asked for at once, and none is waited for alone.
    for (int i = 0; i < count; i++) {
      ByteBuffer cell = rows[i].cell(column);
      cells[i] = cell != null && to.present(cell.remaining()) ? cell : null;
    }
    for (int i = 0; i < count; i++) {
      ByteBuffer cell = cells[i];
      if (cell == null) {
        to.writeNull(0);
      } else {
        to.write(cell, 0);
        cells[i] = null; // which may be large
      }
    }
  }

  /** Returns the position of the column that is being written. */
  int column() {
    return column;
  }
}
