package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.BitSet;
import javax.annotation.Nullable;

/** A row that says nothing of some columns. */
record PartialRow(RowView cells, BitSet missing) implements RowView {

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  @Nullable
  public ByteBuffer cell(int column) {
    return cells.cell(column);
  }

  @Override
  public boolean isMissing(int column) {
    return missing.get(column);
  }
}
