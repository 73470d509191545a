package io.cqlai.parquet.internal.parquet.write;

import java.nio.ByteBuffer;

/** Writes a place that is one column of the file. */
final class LeafWriter extends FieldWriter {

  private final ValueWriter values;
  private final ColumnTarget column;

  LeafWriter(int nullDefinition, ValueWriter values, ColumnTarget column) {
    super(nullDefinition);
    this.values = values;
    this.column = column;
  }

  @Override
  boolean present(int length) {
    return values.present(length);
  }

  @Override
  void write(ByteBuffer value, int repetition) {
    column.at(repetition);
    values.write(value, column);
  }

  @Override
  void writeNull(int repetition, int definition) {
    column.addNull(repetition, definition);
  }
}
