package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.LossCounters.Counter;
import java.nio.ByteBuffer;

/** Writers of numbers that have a fixed size in CQL. */
final class NumberWriters {

  private NumberWriters() {}

  /** A tinyint as INT32. */
  static final class OfByte extends ValueWriter.OfOneSize {
    OfByte(Counter emptied) {
      super(1, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addInteger(value.get(value.position()));
    }
  }

  /** A smallint as INT32. */
  static final class OfShort extends ValueWriter.OfOneSize {
    OfShort(Counter emptied) {
      super(2, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addInteger(value.getShort(value.position()));
    }
  }

  /** An int as INT32. */
  static final class OfInt extends ValueWriter.OfOneSize {
    OfInt(Counter emptied) {
      super(4, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addInteger(value.getInt(value.position()));
    }
  }

  /** A bigint, a counter, milliseconds or nanoseconds as INT64. */
  static final class OfLong extends ValueWriter.OfOneSize {
    OfLong(Counter emptied) {
      super(8, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addLong(value.getLong(value.position()));
    }
  }

  /** A float as FLOAT, its bits as they are. */
  static final class OfFloat extends ValueWriter.OfOneSize {
    OfFloat(Counter emptied) {
      super(4, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addFloat(Float.intBitsToFloat(value.getInt(value.position())));
    }
  }

  /** A double as DOUBLE, its bits as they are. */
  static final class OfDouble extends ValueWriter.OfOneSize {
    OfDouble(Counter emptied) {
      super(8, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addDouble(Double.longBitsToDouble(value.getLong(value.position())));
    }
  }

  /** A boolean as BOOLEAN; any byte but zero is true. */
  static final class OfBoolean extends ValueWriter.OfOneSize {
    OfBoolean(Counter emptied) {
      super(1, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addBoolean(value.get(value.position()) != 0);
    }
  }
}
