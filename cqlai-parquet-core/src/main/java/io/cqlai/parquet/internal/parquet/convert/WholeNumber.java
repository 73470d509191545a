package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.Varints;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An integer of any size, set anew for each value: nothing is allocated, unless one of more than 64
 * bits is asked for as an object.
 */
final class WholeNumber {

  private static final byte[] NONE = {};

  private long small;
  private byte[] wide = NONE;
  private int start;
  private int length;

  void set(long value) {
    small = value;
    length = 0;
  }

  void set(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      set(value.longValue());
    } else {
      byte[] bytes = value.toByteArray();
      set(bytes, 0, bytes.length);
    }
  }

  /**
   * Sets a number of more than 64 bits.
   *
   * @param bytes holds it in two's complement, the most significant byte first, without bytes that
   *     only repeat the sign; shared until the next number is set
   * @param from where it begins
   * @param to where it ends
   */
  void set(byte[] bytes, int from, int to) {
    wide = bytes;
    start = from;
    length = to - from;
  }

  boolean isLong() {
    return length == 0;
  }

  /** Returns the number; to be called only where {@link #isLong()}. */
  long asLong() {
    return small;
  }

  BigInteger asBig() {
    return isLong() ? BigInteger.valueOf(small) : new BigInteger(wide, start, length);
  }

  BigDecimal asDecimal(int scale) {
    return isLong() ? BigDecimal.valueOf(small, scale) : new BigDecimal(asBig(), scale);
  }

  /** Puts the number as a varint. */
  void putVarint(CellWriter out) {
    if (isLong()) {
      Varints.put(small, out);
    } else {
      out.putBytes(wide, start, length);
    }
  }

  /**
   * Divides by a power of ten, rounded to the nearest, halves away from zero.
   *
   * @return whether nothing was left over
   */
  boolean dropDigits(int digits) {
    BigDecimal before = asDecimal(digits);
    BigDecimal after = before.setScale(0, RoundingMode.HALF_UP);
    set(after.unscaledValue());
    return after.compareTo(before) == 0;
  }
}
