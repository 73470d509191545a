package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.LossCounters;
import java.nio.ByteBuffer;

/** Writes rows into one row group. */
final class RowWriter {

  private final FieldWriter[] columns;
  private final RowGroupEncoder encoder;
  private int column;

  private RowWriter(FieldWriter[] columns, RowGroupEncoder encoder) {
    this.columns = columns;
    this.encoder = encoder;
  }

  /** Returns a writer of the rows that a mapping is for. */
  static RowWriter of(ParquetMapping mapping, LossCounters losses, RowGroupEncoder encoder) {
    return new RowWriter(WriterTree.of(mapping, losses, encoder), encoder);
  }

  /** Returns the row group. */
  RowGroupEncoder encoder() {
    return encoder;
  }

  /** Writes rows column by column, so that the processor stays with one kind of value. */
  void write(RowBlock block) {
    for (column = 0; column < columns.length; column++) {
      write(columns[column], block.column(column), block.rows());
    }
  }

  private static void write(FieldWriter to, ByteBuffer[] cells, int count) {
    for (int i = 0; i < count; i++) {
      ByteBuffer cell = cells[i];
      if (cell == null || !to.present(cell.remaining())) {
        to.writeNull(0);
      } else {
        to.write(cell, 0);
      }
    }
  }

  /** Returns the position of the column that is being written. */
  int column() {
    return column;
  }
}
