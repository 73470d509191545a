package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/** Those columns of a row that are groups, as the record that Parquet writes. */
final class RecordGroup extends FieldsGroup {

  private final int[] positions;
  @Nullable private RowView row;
  private int column = -1;

  /**
   * @param positions of the columns that are groups
   * @param columns the writers of all columns
   */
  RecordGroup(int[] positions, ValueWriter[] columns) {
    super(IntStream.of(positions).mapToObj(i -> columns[i]).toArray(ValueWriter[]::new));
    this.positions = positions;
  }

  /** Moves to a row. */
  RecordGroup at(RowView next) {
    row = next;
    column = -1;
    return this;
  }

  /** Returns the position of the column that was asked for last; −1 for none of this row. */
  int column() {
    return column;
  }

  @Override
  @Nullable
  ByteBuffer value(int field) {
    column = positions[field];
    return row == null ? null : row.cell(column);
  }
}
