package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.LossCounters.Counter;
import java.nio.ByteBuffer;

/** Writes a decimal as its two parts, in the bytes in which Cassandra has them. */
final class ExactDecimalWriter extends NestedWriter {

  private static final int SCALE_BYTES = 4;

  ExactDecimalWriter(int nullDefinition, Counter emptied, FieldWriter unscaled, FieldWriter scale) {
    super(nullDefinition, emptied, unscaled, scale);
  }

  @Override
  void write(ByteBuffer value, int repetition) {
    int at = value.position();
    fields[0].write(value.slice(at + SCALE_BYTES, value.remaining() - SCALE_BYTES), repetition);
    fields[1].write(value, repetition);
  }
}
