package io.cqlai.parquet.it.values;

import com.datastax.oss.driver.api.core.type.DataType;
import io.cqlai.parquet.it.readers.CellText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The canonical texts of scalar values. */
final class ScalarCells {

  private static final int MOST_DIGITS_IN_FULL = 5_000;

  private ScalarCells() {}

  /** The text of a value that has bytes, or is text, blob or opaque. */
  static String text(DataType type, ByteBuffer value) {
    if (CqlCells.isOpaque(type)) {
      return CqlCells.hex(value);
    }
    return switch (type.asCql(false, false)) {
      case "ascii", "text" -> StandardCharsets.UTF_8.decode(value.duplicate()).toString();
      case "tinyint" -> Byte.toString(value.get());
      case "smallint" -> Short.toString(value.getShort());
      case "int" -> Integer.toString(value.getInt());
      case "bigint", "counter" -> Long.toString(value.getLong());
      case "float" -> CellText.of(Float.intBitsToFloat(value.getInt()));
      case "double" -> CellText.of(Double.longBitsToDouble(value.getLong()));
      case "boolean" -> Boolean.toString(value.get() != 0);
      case "date" -> CellText.ofDay(Integer.toUnsignedLong(value.getInt()) - (1L << 31));
      case "time" -> ofTime(value.getLong());
      case "timestamp" -> CellText.ofInstantCount(value.getLong(), 1_000);
      case "uuid", "timeuuid" -> new UUID(value.getLong(), value.getLong()).toString();
      case "varint" -> new BigInteger(rest(value)).toString();
      case "decimal" -> ofDecimal(value);
      case "inet" -> ofAddress(rest(value));
      case "duration" -> CellText.ofDuration(vint(value), vint(value), vint(value));
      default -> CqlCells.hex(value);
    };
  }

  private static String ofTime(long nanos) {
    boolean ofDay = nanos >= 0 && nanos < 86_400_000_000_000L;
    return ofDay ? CellText.ofNanosOfDay(nanos) : nanos + "ns";
  }

  private static String ofDecimal(ByteBuffer value) {
    if (value.remaining() <= 4) {
      return CqlCells.hex(value);
    }
    int scale = value.getInt();
    BigDecimal number = new BigDecimal(new BigInteger(rest(value)), scale);
    // A scale of two thousand million would be as many digits.
    return Math.abs((long) scale) < MOST_DIGITS_IN_FULL
        ? CellText.of(number)
        : number.unscaledValue() + "E" + -(long) scale;
  }

  /** As RFC 5952 writes it; an IPv4 address in IPv6 shows that it is one. */
  private static String ofAddress(byte[] bytes) {
    if (bytes.length == 4) {
      return dotted(bytes, 0);
    }
    ByteBuffer groups = ByteBuffer.wrap(bytes);
    if (groups.getLong(0) == 0 && groups.getInt(8) == 0xffff) {
      return "::ffff:" + dotted(bytes, 12);
    }
    StringBuilder text = new StringBuilder();
    while (groups.hasRemaining()) {
      text.append(':').append(Integer.toHexString(groups.getShort() & 0xffff));
    }
    for (int zeros = 8; zeros > 1; zeros--) {
      Matcher run = Pattern.compile("(:0){" + zeros + "}(?![0-9a-f])").matcher(text);
      if (run.find()) {
        return text.substring(Math.min(1, run.start()), run.start())
            + "::"
            + text.substring(Math.min(run.end() + 1, text.length()));
      }
    }
    return text.substring(1);
  }

  private static String dotted(byte[] bytes, int from) {
    return IntStream.range(from, from + 4)
        .mapToObj(i -> Integer.toString(bytes[i] & 0xff))
        .collect(Collectors.joining("."));
  }

  private static byte[] rest(ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.get(bytes);
    return bytes;
  }

  private static long vint(ByteBuffer value) {
    long unsigned = VectorParts.unsignedVint(value);
    return unsigned >>> 1 ^ -(unsigned & 1);
  }
}
