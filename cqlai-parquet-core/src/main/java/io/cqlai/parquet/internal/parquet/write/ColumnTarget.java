package io.cqlai.parquet.internal.parquet.write;

import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/** A column of the file, which values are added to with their levels. */
final class ColumnTarget {

  private final ColumnWriter writer;
  private final int definition;
  private int repetition;

  /**
   * @param definition the definition level of a value
   */
  ColumnTarget(ColumnWriter writer, int definition) {
    this.writer = writer;
    this.definition = definition;
  }

  /** Says at which repetition level the next value is. */
  void at(int level) {
    repetition = level;
  }

  void addNull(int repetitionLevel, int definitionLevel) {
    writer.writeNull(repetitionLevel, definitionLevel);
  }

  void addInteger(int value) {
    writer.write(value, repetition, definition);
  }

  void addLong(long value) {
    writer.write(value, repetition, definition);
  }

  void addBoolean(boolean value) {
    writer.write(value, repetition, definition);
  }

  void addBinary(Binary value) {
    writer.write(value, repetition, definition);
  }

  void addFloat(float value) {
    writer.write(value, repetition, definition);
  }

  void addDouble(double value) {
    writer.write(value, repetition, definition);
  }
}
