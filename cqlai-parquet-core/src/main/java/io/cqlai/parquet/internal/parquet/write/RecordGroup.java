package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/** A row as the record that Parquet writes. */
final class RecordGroup extends FieldsGroup {

  @Nullable private RowView row;
  private int column;

  RecordGroup(ValueWriter... columns) {
    super(columns);
  }

  /** Moves to a row. */
  RecordGroup at(RowView next) {
    row = next;
    return this;
  }

  /** Returns the position of the column that was asked for last. */
  int column() {
    return column;
  }

  @Override
  @Nullable
  ByteBuffer value(int field) {
    column = field;
    return row == null ? null : row.cell(field);
  }
}
