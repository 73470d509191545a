package io.cqlai.parquet.internal.value;

import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * Durations between their bytes and CQL's notation, as in {@code 1y2mo3d4h5m6s7ms8us9ns}. A cell
 * holds months, days and nanoseconds, three signed vints ({@link Vints}) that never differ in sign
 * (native protocol, version 5, section 6.8). Months, days and nanoseconds are kept apart: 12 months
 * make a year, and a day is not 24 hours.
 *
 * <p>Zero is written {@code 0s}. The notation is exact for every value; only a cell that holds a
 * number in more bytes than it needs, which Cassandra stores as it is sent, comes back in fewer:
 * see {@link #isMinimal}.
 */
public final class DurationText {

  private static final long MICRO = 1_000L;
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private DurationText() {}

  /**
   * Returns the text of a duration, or null where CQL has no notation for the cell: numbers of
   * different signs, months or days beyond 32 bits, too few or too many bytes.
   *
   * @param cell the bytes between position and limit
   */
  @Nullable
  public static String format(ByteBuffer cell) {
    long[] parts = parts(cell);
    if (parts == null) {
      return null;
    }
    boolean negative = parts[0] < 0 || parts[1] < 0 || parts[2] < 0;
    if (negative && (parts[0] > 0 || parts[1] > 0 || parts[2] > 0)) {
      return null;
    }
    long months = Math.abs(parts[0]);
    long days = Math.abs(parts[1]);
    // The magnitude of Long.MIN_VALUE fits as an unsigned number only.
    long nanos = negative ? -parts[2] : parts[2];
    if (months == 0 && days == 0 && nanos == 0) {
      return "0s";
    }
    StringBuilder text = new StringBuilder(32);
    if (negative) {
      text.append('-');
    }
    append(text, months / 12, "y");
    append(text, months % 12, "mo");
    append(text, days, "d");
    nanos = appendUnits(text, nanos, HOUR, "h");
    nanos = appendUnits(text, nanos, MINUTE, "m");
    nanos = appendUnits(text, nanos, SECOND, "s");
    nanos = appendUnits(text, nanos, MILLI, "ms");
    nanos = appendUnits(text, nanos, MICRO, "us");
    append(text, nanos, "ns");
    return text.toString();
  }

  /**
   * Returns the bytes of a duration, or null where the text is none or its value is too large.
   * Accepted are CQL's notation, and those of ISO 8601 that CQL knows: {@code P1Y2M3DT4H5M6S},
   * {@code P3W} and {@code P0001-02-03T04:05:06}; a {@code -} may stand before each.
   */
  @Nullable
  public static ByteBuffer parse(String text) {
    DurationParser parser = new DurationParser(text);
    return parser.parse() ? cell(parser.months(), parser.days(), parser.nanos()) : null;
  }

  /** Returns the bytes of a duration, in the fewest that hold it. */
  public static ByteBuffer cell(int months, int days, long nanos) {
    byte[] bytes = new byte[3 * Vints.MAX_SIZE];
    int size = Vints.putUnsigned(Vints.zigZag(months), bytes, 0);
    size += Vints.putUnsigned(Vints.zigZag(days), bytes, size);
    size += Vints.putUnsigned(Vints.zigZag(nanos), bytes, size);
    return ByteBuffer.wrap(bytes, 0, size).slice();
  }

  /**
   * Tells whether the text of a cell, read again, gives the very same bytes. It does not where
   * {@link #format} has no text, and where a number takes more bytes than it needs.
   */
  public static boolean isMinimal(ByteBuffer cell) {
    long[] parts = parts(cell);
    return parts != null
        && cell((int) parts[0], (int) parts[1], parts[2]).equals(cell)
        && format(cell) != null;
  }

  /** Returns the duration of a cell in the fewest bytes; a cell that holds none as it is. */
  public static ByteBuffer minimal(ByteBuffer cell) {
    long[] parts = parts(cell);
    return parts == null ? cell : cell((int) parts[0], (int) parts[1], parts[2]);
  }

  /** Returns months, days and nanoseconds, or null where the bytes are not three such numbers. */
  @Nullable
  private static long[] parts(ByteBuffer cell) {
    long[] parts = new long[3];
    int at = cell.position();
    for (int i = 0; i < 3; i++) {
      if (at >= cell.limit()) {
        return null;
      }
      int next = at + Vints.size(cell.get(at));
      if (next > cell.limit()) {
        return null;
      }
      parts[i] = Vints.readSigned(cell, at);
      at = next;
    }
    boolean inRange = parts[0] == (int) parts[0] && parts[1] == (int) parts[1];
    return inRange && at == cell.limit() ? parts : null;
  }

  private static long appendUnits(StringBuilder text, long nanos, long unit, String name) {
    append(text, Long.divideUnsigned(nanos, unit), name);
    return Long.remainderUnsigned(nanos, unit);
  }

  private static void append(StringBuilder text, long value, String unit) {
    if (value != 0) {
      text.append(value).append(unit);
    }
  }
}
