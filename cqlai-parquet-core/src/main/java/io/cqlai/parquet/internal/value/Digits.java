package io.cqlai.parquet.internal.value;

import java.math.BigInteger;
import javax.annotation.Nullable;

/**
 * Integers as decimal digits. Long texts are halved rather than read digit by digit, whose cost
 * grows with the square of the length: a file may hold millions of digits.
 */
final class Digits {

  private static final int READ_AT_ONCE = 1_000;

  private Digits() {}

  /** Returns the integer of an optional sign and ASCII digits, or null where it is none. */
  @Nullable
  static BigInteger parse(String text) {
    boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
    int start = signed ? 1 : 0;
    if (!areDigits(text, start, text.length())) {
      return null;
    }
    BigInteger magnitude = read(text, start, text.length());
    return text.charAt(0) == '-' ? magnitude.negate() : magnitude;
  }

  /** Tells whether there is at least one character and all are ASCII digits. */
  static boolean areDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return start < end;
  }

  private static BigInteger read(String digits, int start, int end) {
    int length = end - start;
    if (length <= READ_AT_ONCE) {
      return new BigInteger(digits.substring(start, end));
    }
    int low = length / 2;
    BigInteger high = read(digits, start, end - low);
    return high.multiply(BigInteger.TEN.pow(low)).add(read(digits, end - low, end));
  }
}
