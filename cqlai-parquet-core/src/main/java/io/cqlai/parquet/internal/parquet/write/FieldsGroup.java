package io.cqlai.parquet.internal.parquet.write;

import java.nio.ByteBuffer;
import javax.annotation.Nullable;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.RecordConsumer;

/** A group of fields none of which repeats. They are asked for one after the other, each once. */
abstract class FieldsGroup extends FlyweightGroup {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final ValueWriter[] fields;
  private ByteBuffer current = NOTHING;

  FieldsGroup(ValueWriter... fields) {
    this.fields = fields;
  }

  /** Returns a field's value, or null. */
  @Nullable
  abstract ByteBuffer value(int field);

  final int size() {
    return fields.length;
  }

  @Override
  public final int getFieldRepetitionCount(int field) {
    ByteBuffer value = value(field);
    if (value == null) {
      return 0;
    }
    current = value;
    return fields[field].present(value.remaining()) ? 1 : 0;
  }

  @Override
  public final void writeValue(int field, int index, RecordConsumer out) {
    fields[field].write(current, out);
  }

  @Override
  public final Group getGroup(int field, int index) {
    return fields[field].group(current);
  }
}
