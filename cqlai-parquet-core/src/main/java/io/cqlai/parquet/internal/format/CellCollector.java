package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.row.CellRow;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects the cells of one row after the other. */
public final class CellCollector {

  private final int[] starts;
  private final int[] ends;
  private final CellWriter out = new CellWriter();

  /** Makes a collector of rows with so many cells. */
  public CellCollector(int cells) {
    this.starts = new int[cells];
    this.ends = new int[cells];
  }

  /** Begins a row, all of whose cells are null. */
  public void begin() {
    out.reset();
    Arrays.fill(ends, -1);
  }

  /** Begins a cell; its bytes are put into the writer that is returned. */
  public CellWriter cell(int index) {
    starts[index] = out.size();
    return out;
  }

  /** Ends the cell that was begun. */
  public void end(int index) {
    ends[index] = out.size();
  }

  /** Returns the row, and ends it; cells that were not ended are null. */
  public CellRow row() {
    ByteBuffer all = out.take();
    ByteBuffer[] cells = new ByteBuffer[ends.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = ends[i] < 0 ? null : all.slice(starts[i], ends[i] - starts[i]);
    }
    return new CellRow(cells);
  }
}
