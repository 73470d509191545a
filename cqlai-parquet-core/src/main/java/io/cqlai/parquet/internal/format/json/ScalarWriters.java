package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.internal.value.ScalarParser;
import io.cqlai.parquet.internal.value.TextForm;
import io.cqlai.parquet.schema.CqlType;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Values of types without parameters as JSON; those that are no number and no boolean as text. */
final class ScalarWriters {

  /** Times as ISO 8601 has them, which readers of JSON know; bytes that are no value as bytes. */
  static final TextForm FORM =
      new TextForm(TextForm.Timestamps.ISO, "null", TextForm.Inexact.AS_BYTES);

  private static final ValueWriter HEX_WRITER = ScalarWriters::hex;
  private static final int HEX_BYTES_AT_ONCE = 2_048;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private ScalarWriters() {}

  static ValueWriter of(CqlType.Scalar type) {
    return switch (type) {
      case ASCII, TEXT -> ScalarWriters::text;
      case BLOB -> ScalarWriters::hex;
      case BOOLEAN -> ScalarWriters::truth;
      case TINYINT -> sized(1, (value, out) -> out.writeNumber(value.get(value.position())));
      case SMALLINT -> sized(2, (value, out) -> out.writeNumber(value.getShort(value.position())));
      case INT -> sized(4, (value, out) -> out.writeNumber(value.getInt(value.position())));
      case BIGINT, COUNTER ->
          sized(8, (value, out) -> out.writeNumber(value.getLong(value.position())));
      case DECIMAL, DOUBLE, FLOAT, VARINT -> (value, out) -> number(type, value, out);
      case DATE, DURATION, INET, TIME, TIMESTAMP, TIMEUUID, UUID ->
          (value, out) -> out.writeString(CellText.format(type, FORM, value));
    };
  }

  private static ValueWriter sized(int size, ValueWriter writer) {
    return (value, out) -> (value.remaining() == size ? writer : HEX_WRITER).write(value, out);
  }

  /** Its bytes are UTF-8, and only what JSON escapes is not written as it stands. */
  private static void text(ByteBuffer value, JsonGenerator out) throws IOException {
    if (value.hasArray()) {
      int start = value.arrayOffset() + value.position();
      out.writeUTF8String(value.array(), start, value.remaining());
    } else {
      byte[] bytes = new byte[value.remaining()];
      value.get(value.position(), bytes);
      out.writeUTF8String(bytes, 0, bytes.length);
    }
  }

  private static void truth(ByteBuffer value, JsonGenerator out) throws IOException {
    int bits = value.remaining() == 1 ? value.get(value.position()) : -1;
    if (bits == 0 || bits == 1) {
      out.writeBoolean(bits == 1);
    } else {
      hex(value, out);
    }
  }

  /** Writes all digits; what is no number in JSON, such as NaN, stands in quotes. */
  private static void number(CqlType type, ByteBuffer value, JsonGenerator out) throws IOException {
    String text = CellText.format(type, FORM, value);
    char last = text.isEmpty() ? 'x' : text.charAt(text.length() - 1);
    if (ScalarParser.isHex(text) || last < '0' || last > '9') {
      out.writeString(text);
    } else {
      out.writeNumber(text);
    }
  }

  /** Writes bytes as {@code "0x…"}, a few at a time. */
  static void hex(ByteBuffer value, JsonGenerator out) throws IOException {
    int end = value.limit();
    int at = value.position();
    char[] digits = new char[2 * Math.min(value.remaining(), HEX_BYTES_AT_ONCE)];
    out.writeRawValue("\"0x");
    while (at < end) {
      int length = 0;
      for (; at < end && length < digits.length; at++) {
        digits[length++] = HEX[value.get(at) >> 4 & 0xf];
        digits[length++] = HEX[value.get(at) & 0xf];
      }
      out.writeRaw(digits, 0, length);
    }
    out.writeRaw('"');
  }
}
