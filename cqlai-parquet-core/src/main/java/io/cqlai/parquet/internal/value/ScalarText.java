package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import javax.annotation.Nullable;

/** Values of types without parameters as text; see {@link CellText}. */
final class ScalarText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final DateTimeFormatter CQLSH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx", Locale.ROOT);

  /** What decoding puts where the bytes are no text. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private ScalarText() {}

  /** Returns the text without quotes, or null where the bytes are no value of the type. */
  @Nullable
  static String plain(CqlType.Scalar type, TextForm form, ByteBuffer cell, int limit) {
    int at = cell.position();
    int size = cell.remaining();
    return switch (type) {
      case ASCII, TEXT -> text(cell, limit);
      case BLOB -> hex(cell, limit);
      case BOOLEAN ->
          size == 1 && (cell.get(at) >> 1 == 0 || form.isLoose())
              ? Boolean.toString(cell.get(at) != 0)
              : null;
      case TINYINT -> size == 1 ? Byte.toString(cell.get(at)) : null;
      case SMALLINT -> size == 2 ? Short.toString(cell.getShort(at)) : null;
      case INT -> size == 4 ? Integer.toString(cell.getInt(at)) : null;
      case BIGINT, COUNTER -> size == 8 ? Long.toString(cell.getLong(at)) : null;
      case FLOAT ->
          size == 4 && isPlain(cell.getFloat(at), form) ? Float.toString(cell.getFloat(at)) : null;
      case DOUBLE ->
          size == 8 && isPlain(cell.getDouble(at), form)
              ? Double.toString(cell.getDouble(at))
              : null;
      case DATE -> size == 4 ? date(cell.getInt(at)) : null;
      case TIME -> size == 8 ? time(cell.getLong(at)) : null;
      case TIMESTAMP -> size == 8 ? timestamp(cell.getLong(at), form) : null;
      case UUID, TIMEUUID ->
          size == 16 ? new String(UuidText.format(cell, at), StandardCharsets.US_ASCII) : null;
      case INET -> size == 4 || size == 16 ? InetText.format(cell) : null;
      case DURATION ->
          form.isLoose() || DurationText.isMinimal(cell) ? DurationText.format(cell) : null;
      // A number of more bytes than characters are wanted has more digits too.
      case VARINT ->
          Varints.isValid(cell) && size <= limit && (form.isLoose() || Varints.isMinimal(cell))
              ? Varints.toText(cell)
              : null;
      case DECIMAL ->
          Decimals.isValid(cell) && size <= limit && (form.isLoose() || Decimals.isMinimal(cell))
              ? Decimals.toText(cell)
              : null;
    };
  }

  /** Returns the text as a literal of CQL, or null where the bytes are no value of the type. */
  @Nullable
  static String literal(CqlType.Scalar type, TextForm form, ByteBuffer cell, int limit) {
    String plain = plain(type, form, cell, limit);
    if (plain == null) {
      return null;
    }
    return switch (type) {
      case ASCII, TEXT -> "'" + plain.replace("'", "''") + "'";
      case DATE, INET -> "'" + plain + "'";
      case TIME -> plain.indexOf(':') < 0 ? plain : "'" + plain + "'";
      case TIMESTAMP -> timestampLiteral(cell.getLong(cell.position()), form, plain);
      case BIGINT,
          BLOB,
          BOOLEAN,
          COUNTER,
          DECIMAL,
          DOUBLE,
          DURATION,
          FLOAT,
          INT,
          SMALLINT,
          TIMEUUID,
          TINYINT,
          UUID,
          VARINT ->
          plain;
    };
  }

  /** Returns bytes as {@code 0x…}, at least so many characters of it. */
  static String hex(ByteBuffer cell, int limit) {
    return new String(hexBytes(cell, limit), StandardCharsets.ISO_8859_1);
  }

  /** Returns the same as ASCII. */
  static byte[] hexBytes(ByteBuffer cell, int limit) {
    int length = Math.min(cell.remaining(), limit);
    byte[] text = new byte[Math.addExact(2, Math.multiplyExact(2, length))];
    text[0] = '0';
    text[1] = 'x';
    for (int i = 0; i < length; i++) {
      int value = cell.get(cell.position() + i);
      text[2 + 2 * i] = HEX[value >> 4 & 0xf];
      text[3 + 2 * i] = HEX[value & 0xf];
    }
    return text;
  }

  /** Decodes UTF-8, at least so many characters of it. */
  @Nullable
  private static String text(ByteBuffer cell, int limit) {
    if (cell.hasArray() && cell.remaining() <= limit) {
      int start = cell.arrayOffset() + cell.position();
      String text = new String(cell.array(), start, cell.remaining(), StandardCharsets.UTF_8);
      if (text.indexOf(REPLACEMENT) < 0) {
        return text; // nothing was replaced
      }
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    // One character takes one byte at least; two more leave room for a pair at the limit.
    int room = limit > Integer.MAX_VALUE - 2 ? cell.remaining() : limit + 2;
    CharBuffer target = CharBuffer.allocate(Math.min(cell.remaining(), room));
    CoderResult result = decoder.decode(cell.duplicate(), target, true);
    return result.isError() ? null : target.flip().toString();
  }

  private static boolean isPlain(float value, TextForm form) {
    return form.isLoose() || Float.floatToRawIntBits(value) == Float.floatToIntBits(value);
  }

  private static boolean isPlain(double value, TextForm form) {
    return form.isLoose() || Double.doubleToRawLongBits(value) == Double.doubleToLongBits(value);
  }

  private static String date(int raw) {
    // An unsigned count of days, in which 2^31 is 1970-01-01.
    return LocalDate.ofEpochDay(raw ^ Integer.MIN_VALUE).toString();
  }

  private static String time(long nanos) {
    return nanos < 0 || nanos >= TimeText.NANOS_PER_DAY
        ? Long.toString(nanos)
        : TIME.format(LocalTime.ofNanoOfDay(nanos));
  }

  private static String timestamp(long millis, TextForm form) {
    return switch (form.timestamps()) {
      case ISO -> TIMESTAMP.format(Instant.ofEpochMilli(millis));
      case CQLSH -> isOneForAll(millis) ? CQLSH.format(utc(millis)) : Long.toString(millis);
    };
  }

  private static String timestampLiteral(long millis, TextForm form, String plain) {
    boolean bare = form.timestamps() == TextForm.Timestamps.ISO && !isOneForAll(millis);
    return bare || plain.indexOf(':') < 0 ? Long.toString(millis) : "'" + plain + "'";
  }

  /** Tells whether servers read the text as it is meant: before 1583 they have another calendar. */
  private static boolean isOneForAll(long millis) {
    int year = utc(millis).getYear();
    return year >= 1583 && year <= 9999;
  }

  private static ZonedDateTime utc(long millis) {
    return ZonedDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
