package io.cqlai.parquet.it.readers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * The canonical text of a scalar value, as {@code foreign/generate.py} of the test resources
 * defines it.
 */
public final class CellText {

  private static final long NANOS_OF_SECOND = 1_000_000_000L;

  private CellText() {}

  /**
   * The shortest decimal that reads back as the same double; a NaN other than Java's has its bits.
   */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      long bits = Double.doubleToRawLongBits(value);
      return bits == 0x7ff8000000000000L ? "NaN" : "NaN:0x" + HexFormat.of().toHexDigits(bits);
    }
    return Double.isInfinite(value)
        ? infinity(value > 0)
        : value == 0
            ? zero(1 / value > 0)
            : shortest(
                new BigDecimal(value),
                text -> Double.doubleToLongBits(Double.parseDouble(text)) == bits(value));
  }

  /**
   * The shortest decimal that reads back as the same float; a NaN other than Java's has its bits.
   */
  public static String of(float value) {
    if (Float.isNaN(value)) {
      int bits = Float.floatToRawIntBits(value);
      return bits == 0x7fc00000 ? "NaN" : "NaN:0x" + HexFormat.of().toHexDigits(bits);
    }
    return Float.isInfinite(value)
        ? infinity(value > 0)
        : value == 0
            ? zero(1 / value > 0)
            : shortest(
                new BigDecimal(value),
                text ->
                    Float.floatToIntBits(Float.parseFloat(text)) == Float.floatToIntBits(value));
  }

  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  private static String infinity(boolean positive) {
    return positive ? "Infinity" : "-Infinity";
  }

  private static String zero(boolean positive) {
    return positive ? "0" : "-0";
  }

  private static String shortest(BigDecimal exact, Predicate<String> readsBack) {
    for (int digits = 1; ; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (readsBack.test(rounded.toString())) {
        return plainOrScientific(rounded.stripTrailingZeros());
      }
    }
  }

  private static String plainOrScientific(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= -7 && exponent <= 20) {
      return number.toPlainString();
    }
    String digits = number.unscaledValue().abs().toString();
    String sign = number.signum() < 0 ? "-" : "";
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign + digits.charAt(0) + fraction + "E" + (exponent < 0 ? "" : "+") + exponent;
  }

  /** A decimal with all digits of its scale. */
  public static String of(BigDecimal value) {
    return value.toPlainString();
  }

  /** Bytes as 0x and lower-case digits. */
  public static String ofBytes(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  /** A day, counted from 1970-01-01, as ISO 8601. */
  public static String ofDay(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /** A moment of a day, in nanoseconds since midnight. */
  public static String ofNanosOfDay(long nanos) {
    String instant = ofInstant(nanos / NANOS_OF_SECOND, nanos % NANOS_OF_SECOND);
    return instant.substring(instant.indexOf('T') + 1, instant.length() - 1);
  }

  /** An instant as a count since 1970 in a unit of which a second has {@code unitsOfSecond}. */
  public static String ofInstantCount(long count, long unitsOfSecond) {
    long nanosOfUnit = NANOS_OF_SECOND / unitsOfSecond;
    return ofInstant(
        Math.floorDiv(count, unitsOfSecond), Math.floorMod(count, unitsOfSecond) * nanosOfUnit);
  }

  private static String ofInstant(long seconds, long nanos) {
    return Instant.ofEpochSecond(seconds, nanos).toString();
  }

  /** A CQL duration, all three parts. */
  public static String ofDuration(long months, long days, long nanos) {
    return months + "mo" + days + "d" + nanos + "ns";
  }
}
