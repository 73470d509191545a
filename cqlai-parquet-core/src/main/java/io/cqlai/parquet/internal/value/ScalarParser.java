package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.annotation.Nullable;

/**
 * Values of types without parameters, read from the text that {@link CellText#format} gives them,
 * and from what is common beside it. {@code 0x…} stands for the bytes of a value of any type but
 * text. Blanks around a value that is not text mean nothing.
 */
public final class ScalarParser {

  private static final int LONGEST_WHOLE = 21;
  private static final int LONGEST_NUMBER = 2_000;
  private static final int HEX_PIECE = 8 << 10;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private ScalarParser() {}

  /**
   * Puts the value that a text stands for.
   *
   * @throws UnfitValue when it stands for none; nothing has been put then
   */
  public static void put(CqlType.Scalar type, String text, CellWriter out) throws UnfitValue {
    if (type == CqlType.Scalar.TEXT || type == CqlType.Scalar.ASCII) {
      putText(type, text, out);
      return;
    }
    String value = text.strip();
    if (isHex(value)) {
      putHex(value, out);
      return;
    }
    switch (type) {
      case BLOB -> throw UnfitValue.not(value, "a blob of the form 0x…, two digits a byte");
      case BOOLEAN -> out.putByte(isTrue(value) ? 1 : 0);
      case TINYINT -> out.putByte((int) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE, type));
      case SMALLINT -> out.putShort((int) whole(value, Short.MIN_VALUE, Short.MAX_VALUE, type));
      case INT -> out.putInt((int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, type));
      case BIGINT, COUNTER -> out.putLong(whole(value, Long.MIN_VALUE, Long.MAX_VALUE, type));
      case FLOAT -> out.putFloat((float) floating(value, true));
      case DOUBLE -> out.putDouble(floating(value, false));
      case DATE -> out.putInt(date(value));
      case TIME -> out.putLong(time(value));
      case TIMESTAMP -> out.putLong(timestamp(value));
      case UUID -> put(UuidText.parse(value), value, "a UUID", out);
      case TIMEUUID -> putTimeUuid(value, out);
      case INET -> put(InetText.parse(value), value, "an IP address", out);
      case DURATION -> put(DurationText.parse(value), value, "a duration, such as 1mo2d3h", out);
      case VARINT -> put(Varints.parse(value), value, "an integer", out);
      case DECIMAL -> put(Decimals.parse(value), value, "a decimal number", out);
      case ASCII, TEXT -> throw new IllegalStateException("put above");
    }
  }

  /** Tells whether a text stands for a value of any type but text. */
  static boolean mayBeValue(String text) {
    for (CqlType.Scalar type : CqlType.Scalar.values()) {
      try {
        if (!CellCheck.isText(type)) {
          put(type, text, new CellWriter());
          return true;
        }
      } catch (UnfitValue ofThisType) {
        continue; // it may be one of another
      }
    }
    return false;
  }

  /** Tells whether a text stands for bytes as they are. */
  public static boolean isHex(String text) {
    return text.startsWith("0x") || text.startsWith("0X");
  }

  /**
   * Puts the bytes of {@code 0x…}.
   *
   * @throws UnfitValue when there are other characters, or half a byte
   */
  public static void putHex(String text, CellWriter out) throws UnfitValue {
    int start = out.size();
    try {
      for (int at = 2; at < text.length(); at += HEX_PIECE) {
        int end = Math.min(text.length(), at + HEX_PIECE);
        out.putBytes(ByteBuffer.wrap(HexFormat.of().parseHex(text, at, end)));
      }
    } catch (IllegalArgumentException e) {
      out.truncate(start);
      throw UnfitValue.not(text, "of the form 0x…, two digits a byte");
    }
  }

  private static void putText(CqlType.Scalar type, String text, CellWriter out) throws UnfitValue {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (type == CqlType.Scalar.ASCII && bytes.length != text.length()) {
      throw UnfitValue.not(text, "ASCII: it has a character beyond it");
    }
    if (bytes.length != text.length() && hasHalfPair(text)) {
      throw new UnfitValue("half of a surrogate pair is not text");
    }
    out.putBytes(bytes, 0, bytes.length);
  }

  private static boolean hasHalfPair(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static void put(@Nullable ByteBuffer cell, String text, String what, CellWriter out)
      throws UnfitValue {
    if (cell == null) {
      throw UnfitValue.not(text, what);
    }
    out.putBytes(cell);
  }

  private static void putTimeUuid(String text, CellWriter out) throws UnfitValue {
    ByteBuffer cell = UuidText.parse(text);
    if (cell != null && (cell.get(cell.position() + 6) & 0xf0) != 0x10) {
      throw UnfitValue.not(text, "a UUID of version 1");
    }
    put(cell, text, "a UUID of version 1", out);
  }

  private static boolean isTrue(String text) throws UnfitValue {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw UnfitValue.not(text, "true or false");
    };
  }

  private static long whole(String text, long least, long most, CqlType type) throws UnfitValue {
    if (!isWhole(text)) {
      throw UnfitValue.not(text, "an integer");
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException beyondLong) {
      // told below
    }
    throw new UnfitValue(text + " is out of the range of " + type.toCql());
  }

  private static double floating(String text, boolean narrow) throws UnfitValue {
    switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> {
        return Double.NaN;
      }
      case "infinity", "inf" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-infinity", "-inf" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {
        double value = number(text, narrow);
        if (Double.isInfinite(value)) {
          throw new UnfitValue(text + " is out of the range of " + (narrow ? "float" : "double"));
        }
        return value;
      }
    }
  }

  private static double number(String text, boolean narrow) throws UnfitValue {
    // Java's numbers, but for the letters that they may end in, names, and hexadecimal ones.
    boolean isDecimal = text.chars().allMatch(c -> isDigit(c) || "+-.eE".indexOf(c) >= 0);
    try {
      if (text.length() <= LONGEST_NUMBER && isDecimal) {
        return narrow ? Float.parseFloat(text) : Double.parseDouble(text);
      }
    } catch (NumberFormatException e) {
      throw UnfitValue.not(text, "a number");
    }
    throw UnfitValue.not(text, "a number");
  }

  private static boolean isWhole(String text) {
    int signs = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.length() > signs
        && text.length() <= LONGEST_WHOLE
        && text.chars().skip(signs).allMatch(ScalarParser::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static int date(String text) throws UnfitValue {
    long day;
    try {
      day = TimeText.date(text).toEpochDay();
    } catch (DateTimeException e) {
      throw UnfitValue.not(text, "a date of the form yyyy-mm-dd");
    }
    if (day != (int) day) {
      throw new UnfitValue(text + " is out of the range of date");
    }
    return (int) day ^ Integer.MIN_VALUE;
  }

  private static long time(String text) throws UnfitValue {
    if (isWhole(text)) {
      return whole(text, Long.MIN_VALUE, Long.MAX_VALUE, CqlType.Scalar.TIME);
    }
    try {
      return TimeText.time(text).toNanoOfDay();
    } catch (DateTimeException e) {
      throw UnfitValue.not(text, "a time of the form hh:mm:ss[.fffffffff]");
    }
  }

  private static long timestamp(String text) throws UnfitValue {
    if (isWhole(text)) {
      return whole(text, Long.MIN_VALUE, Long.MAX_VALUE, CqlType.Scalar.TIMESTAMP);
    }
    try {
      Instant instant = TimeText.instant(text);
      if (instant.getNano() % NANOS_PER_MILLI != 0) {
        throw new UnfitValue(text + " has digits below a millisecond, which a timestamp cannot");
      }
      return instant.toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw UnfitValue.not(text, "a time of the form yyyy-mm-dd hh:mm:ss[.fff][zone]");
    }
  }
}
