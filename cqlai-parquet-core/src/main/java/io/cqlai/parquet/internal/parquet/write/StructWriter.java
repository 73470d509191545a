package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.value.LossCounters.Counter;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;

/** Writes tuples and user-defined types. Fields that a value was written without are null. */
final class StructWriter extends NestedWriter {

  private final CqlType type;
  private final Cursor cursor = new Cursor.OfFields();

  StructWriter(int nullDefinition, Counter emptied, CqlType type, FieldWriter... fields) {
    super(nullDefinition, emptied, fields);
    this.type = type;
  }

  @Override
  void write(ByteBuffer value, int repetition) {
    cursor.start(value);
    for (FieldWriter field : fields) {
      field.writeOrNull(cursor.advance() ? cursor.value() : null, repetition);
    }
    if (!cursor.atEnd()) {
      throw TransferException.of(
          ErrorCode.SCHEMA_CHANGED,
          "A value of " + type.toCql() + " has more fields than the type had at the start",
          "Run the export again: the type was altered");
    }
  }
}
