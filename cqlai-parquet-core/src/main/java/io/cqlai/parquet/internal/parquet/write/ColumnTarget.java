package io.cqlai.parquet.internal.parquet.write;

import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Takes the values of a column that is neither repeated nor inside a group: one in each row, so
 * that its levels need no bookkeeping.
 */
final class ColumnTarget extends RecordConsumer {

  private final ColumnWriter column;
  private final int definition;

  /**
   * @param definition the definition level of a value: 0 for a required column, 1 for an optional
   */
  ColumnTarget(ColumnWriter column, int definition) {
    this.column = column;
    this.definition = definition;
  }

  void addNull() {
    column.writeNull(0, 0);
  }

  @Override
  public void addInteger(int value) {
    column.write(value, 0, definition);
  }

  @Override
  public void addLong(long value) {
    column.write(value, 0, definition);
  }

  @Override
  public void addBoolean(boolean value) {
    column.write(value, 0, definition);
  }

  @Override
  public void addBinary(Binary value) {
    column.write(value, 0, definition);
  }

  @Override
  public void addFloat(float value) {
    column.write(value, 0, definition);
  }

  @Override
  public void addDouble(double value) {
    column.write(value, 0, definition);
  }

  @Override
  public void startMessage() {
    throw noPlace();
  }

  @Override
  public void endMessage() {
    throw noPlace();
  }

  @Override
  public void startField(String field, int index) {
    throw noPlace();
  }

  @Override
  public void endField(String field, int index) {
    throw noPlace();
  }

  @Override
  public void startGroup() {
    throw noPlace();
  }

  @Override
  public void endGroup() {
    throw noPlace();
  }

  private static IllegalStateException noPlace() {
    return new IllegalStateException("A primitive column has no fields");
  }
}
