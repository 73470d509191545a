package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.LossCounters.Counter;
import java.nio.ByteBuffer;

/** Writers of dates and times whose number in Parquet is not that of CQL. */
final class TimeWriters {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_MILLI = 1_000;

  private TimeWriters() {}

  /** A date as DATE: CQL counts days from 2^31 before 1970-01-01 (native protocol v5, 6.6). */
  static final class OfDate extends ValueWriter.OfOneSize {
    OfDate(Counter emptied) {
      super(4, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addInteger(value.getInt(value.position()) + Integer.MIN_VALUE);
    }
  }

  /** A time as TIME(MILLIS). */
  static final class Millis extends ValueWriter.OfOneSize {
    private final Counter below;

    Millis(Counter emptied, Counter below) {
      super(8, emptied);
      this.below = below;
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      long nanos = value.getLong(value.position());
      long millis = nanos / NANOS_PER_MILLI;
      if (millis * NANOS_PER_MILLI != nanos) {
        below.increment();
      }
      out.addInteger((int) millis);
    }
  }

  /** A time as TIME(MICROS). */
  static final class Micros extends ValueWriter.OfOneSize {
    private final Counter below;

    Micros(Counter emptied, Counter below) {
      super(8, emptied);
      this.below = below;
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      long nanos = value.getLong(value.position());
      long micros = nanos / NANOS_PER_MICRO;
      if (micros * NANOS_PER_MICRO != nanos) {
        below.increment();
      }
      out.addLong(micros);
    }
  }

  /** A timestamp, which has milliseconds, as TIMESTAMP(MICROS). */
  static final class InstantMicros extends ValueWriter.OfOneSize {
    InstantMicros(Counter emptied) {
      super(8, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addLong(value.getLong(value.position()) * MICROS_PER_MILLI);
    }
  }
}
