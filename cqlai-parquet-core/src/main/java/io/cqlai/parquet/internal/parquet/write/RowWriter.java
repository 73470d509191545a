package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;

/** Writes rows into one row group. */
final class RowWriter {

  private final FieldWriter[] columns;
  private final RowGroupEncoder encoder;
  private final ByteBuffer[] cells;
  private int column;

  private RowWriter(FieldWriter[] columns, RowGroupEncoder encoder) {
    this.columns = columns;
    this.encoder = encoder;
    this.cells = new ByteBuffer[columns.length];
  }

  /** Returns a writer of the rows that a mapping is for. */
  static RowWriter of(ParquetMapping mapping, LossCounters losses, RowGroupEncoder encoder) {
    return new RowWriter(WriterTree.of(mapping, losses, encoder), encoder);
  }

  /** Returns the row group. */
  RowGroupEncoder encoder() {
    return encoder;
  }

  void write(RowView row) {
    // Cells are far apart in memory: all are asked for at once, and none is waited for alone.
    for (column = 0; column < columns.length; column++) {
      ByteBuffer cell = row.cell(column);
      cells[column] = cell != null && columns[column].present(cell.remaining()) ? cell : null;
    }
    for (column = 0; column < columns.length; column++) {
      ByteBuffer cell = cells[column];
      if (cell == null) {
        columns[column].writeNull(0);
      } else {
        columns[column].write(cell, 0);
      }
    }
    encoder.endRow();
  }

  /** Returns the position of the column that is being written. */
  int column() {
    return column;
  }
}
