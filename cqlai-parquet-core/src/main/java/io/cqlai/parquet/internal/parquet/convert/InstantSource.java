package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads points in time from any of the forms that Parquet has had for them. Set per value. */
abstract class InstantSource {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MILLIS_PER_DAY = 86_400_000;

  /** The millisecond that the time is in, since 1970-01-01T00:00Z. */
  long millis;

  /** The nanoseconds since that millisecond began: 0 to 999,999. */
  int nanos;

  /** Reads the next value. */
  abstract void read(ValueDecoder in);

  /** Returns the source for a column of timestamps or dates. */
  static InstantSource of(Leaf leaf) {
    return switch (leaf.kind()) {
      case DATE -> new Days();
      case TIMESTAMP_MILLIS, INT64 -> new Fractions(1);
      case TIMESTAMP_MICROS -> new Fractions(1_000);
      case TIMESTAMP_NANOS -> new Fractions(NANOS_PER_MILLI);
      case INT96 -> new JulianDays();
      default -> throw new IllegalArgumentException(leaf.kind().toString());
    };
  }

  private static final class Days extends InstantSource {
    @Override
    void read(ValueDecoder in) {
      millis = in.readInt() * MILLIS_PER_DAY;
    }
  }

  private static final class Fractions extends InstantSource {
    private final long perMilli;

    Fractions(long perMilli) {
      this.perMilli = perMilli;
    }

    @Override
    void read(ValueDecoder in) {
      long value = in.readLong();
      millis = Math.floorDiv(value, perMilli);
      nanos = (int) (Math.floorMod(value, perMilli) * (NANOS_PER_MILLI / perMilli));
    }
  }

  /**
   * Nanoseconds of a day and the day's Julian number, each with the least significant byte first.
   */
  private static final class JulianDays extends InstantSource {
    private static final long JULIAN_1970 = 2_440_588;
    private final ByteSlice value = new ByteSlice();

    @Override
    void read(ValueDecoder in) {
      in.readBytes(value);
      if (value.length != 12) {
        throw FileFault.corrupt("an INT96 of " + value.length + " bytes");
      }
      ByteBuffer bytes =
          ByteBuffer.wrap(value.array, value.offset, value.length).order(ByteOrder.LITTLE_ENDIAN);
      long ofDay = bytes.getLong();
      long day = bytes.getInt() - JULIAN_1970;
      millis = day * MILLIS_PER_DAY + Math.floorDiv(ofDay, NANOS_PER_MILLI);
      nanos = (int) Math.floorMod(ofDay, NANOS_PER_MILLI);
    }
  }
}
