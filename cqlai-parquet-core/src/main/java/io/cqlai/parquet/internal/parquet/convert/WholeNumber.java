package io.cqlai.parquet.internal.parquet.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import javax.annotation.Nullable;

/** An integer of any size, set anew for each value: only one of more than 64 bits is an object. */
final class WholeNumber {

  private long small;
  @Nullable private BigInteger big;

  void set(long value) {
    small = value;
    big = null;
  }

  void set(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      set(value.longValue());
    } else {
      big = value;
    }
  }

  boolean isLong() {
    return big == null;
  }

  /** Returns the number; to be called only where {@link #isLong()}. */
  long asLong() {
    return small;
  }

  BigInteger asBig() {
    return big == null ? BigInteger.valueOf(small) : big;
  }

  BigDecimal asDecimal(int scale) {
    return big == null ? BigDecimal.valueOf(small, scale) : new BigDecimal(big, scale);
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
