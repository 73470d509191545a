package io.cqlai.parquet.internal.parquet.convert;

import java.math.BigDecimal;

/** Which decimals come back whole from a floating number. */
enum Precision {
  /** 24 bits: six digits always come back. */
  FLOAT(6, Float.MIN_NORMAL) {
    @Override
    String text(double value) {
      return Float.toString((float) value);
    }
  },
  /** 53 bits: fifteen digits always come back. */
  DOUBLE(15, Double.MIN_NORMAL) {
    @Override
    String text(double value) {
      return Double.toString(value);
    }
  };

  private final int digits;
  private final double leastNormal;

  Precision(int digits, double leastNormal) {
    this.digits = digits;
    this.leastNormal = leastNormal;
  }

  abstract String text(double value);

  /**
   * Tells whether a decimal comes back from the floating number nearest to it: it has few enough
   * digits, or is that number itself or its text.
   */
  boolean keeps(BigDecimal decimal, double nearest) {
    if (decimal.signum() == 0) {
      return true;
    }
    if (Math.abs(nearest) >= leastNormal && decimal.stripTrailingZeros().precision() <= digits) {
      return true;
    }
    return new BigDecimal(text(nearest)).compareTo(decimal) == 0
        || new BigDecimal(nearest).compareTo(decimal) == 0;
  }
}
