package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.value.LossCounters.Counter;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;
import org.apache.parquet.example.data.Group;

/** Writes tuples and user-defined types. Fields that a value was written without are null. */
final class StructWriter extends ValueWriter.OfSomeSize {

  private final CqlType type;
  private final Cursor cursor = new Cursor.OfFields();
  private final Fields fields;

  StructWriter(Counter emptied, CqlType type, ValueWriter... fields) {
    super(emptied);
    this.type = type;
    this.fields = new Fields(fields);
  }

  @Override
  Group group(ByteBuffer value) {
    cursor.start(value);
    return fields;
  }

  private final class Fields extends FieldsGroup {
    Fields(ValueWriter... fields) {
      super(fields);
    }

    @Override
    @Nullable
    ByteBuffer value(int field) {
      boolean present = cursor.advance();
      if (field == size() - 1 && !cursor.atEnd()) {
        throw TransferException.of(
            ErrorCode.SCHEMA_CHANGED,
            "A value of " + type.toCql() + " has more fields than the type had at the start",
            "Run the export again: the type was altered");
      }
      return present ? cursor.value() : null;
    }
  }
}
