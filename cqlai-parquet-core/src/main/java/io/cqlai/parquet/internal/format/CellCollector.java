package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** Collects the cells of one row after the other. */
public final class CellCollector {

  private static final int NULL = -1;
  private static final int MISSING = -2;

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
    begin(NULL);
  }

  /** Begins a row that says nothing of any column yet. */
  public void beginMissing() {
    begin(MISSING);
  }

  private void begin(int state) {
    out.reset();
    Arrays.fill(ends, state);
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

  /** Makes a cell null. */
  public void setNull(int index) {
    ends[index] = NULL;
  }

  /** Tells whether nothing was said of a cell. */
  public boolean isMissing(int index) {
    return ends[index] == MISSING;
  }

  /** Returns the row, and ends it; cells that were not ended are null, or missing. */
  public RowView row() {
    ByteBuffer all = out.take();
    ByteBuffer[] cells = new ByteBuffer[ends.length];
    BitSet missing = new BitSet();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = ends[i] < 0 ? null : all.slice(starts[i], ends[i] - starts[i]);
      missing.set(i, isMissing(i));
    }
    CellRow row = new CellRow(cells);
    return missing.isEmpty() ? row : new PartialRow(row, missing);
  }
}
