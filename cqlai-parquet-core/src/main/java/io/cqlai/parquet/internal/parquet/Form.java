package io.cqlai.parquet.internal.parquet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The form in which a scalar CQL value stands in a Parquet file. The family is closed; which type
 * can take which form is the table {@link TypeForms}.
 */
public sealed interface Form {

  /** Returns the form as the TYPES option and the file's metadata write it. */
  String notation();

  /** Returns the form as the Parquet format names it: physical type, then logical type. */
  String parquet();

  /** The forms without parameters. */
  enum Simple implements Form {
    /** Text in UTF-8; the text of a value for a type that is none. */
    STRING("STRING", PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType()),
    /** Text in UTF-8 that holds JSON. */
    JSON("JSON", PrimitiveTypeName.BINARY, LogicalTypeAnnotation.jsonType()),
    /** Bytes without a meaning. */
    BINARY("BINARY", PrimitiveTypeName.BINARY, null),
    /** A signed integer of 8 bits. */
    INT8("INT8", PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(8, true)),
    /** A signed integer of 16 bits. */
    INT16("INT16", PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(16, true)),
    /** A signed integer of 32 bits. */
    INT32("INT32", PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(32, true)),
    /** A signed integer of 64 bits: for a time, nanoseconds since midnight. */
    INT64("INT64", PrimitiveTypeName.INT64, null),
    /** An IEEE 754 number of 32 bits. */
    FLOAT("FLOAT", PrimitiveTypeName.FLOAT, null),
    /** An IEEE 754 number of 64 bits. */
    DOUBLE("DOUBLE", PrimitiveTypeName.DOUBLE, null),
    /** A single bit. */
    BOOLEAN("BOOLEAN", PrimitiveTypeName.BOOLEAN, null),
    /** The 16 bytes of a UUID. */
    UUID("UUID", PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, LogicalTypeAnnotation.uuidType()),
    /** Days since 1970-01-01. */
    DATE("DATE", PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType()),
    /** Milliseconds since midnight, of no time zone. */
    TIME_MILLIS("TIME(MILLIS)", PrimitiveTypeName.INT32, time(TimeUnit.MILLIS)),
    /** Microseconds since midnight, of no time zone. */
    TIME_MICROS("TIME(MICROS)", PrimitiveTypeName.INT64, time(TimeUnit.MICROS)),
    /** Nanoseconds since midnight, of no time zone. */
    TIME_NANOS("TIME(NANOS)", PrimitiveTypeName.INT64, time(TimeUnit.NANOS)),
    /** Milliseconds since 1970-01-01T00:00Z. */
    TIMESTAMP_MILLIS("TIMESTAMP(MILLIS)", PrimitiveTypeName.INT64, instant(TimeUnit.MILLIS)),
    /** Microseconds since 1970-01-01T00:00Z. */
    TIMESTAMP_MICROS("TIMESTAMP(MICROS)", PrimitiveTypeName.INT64, instant(TimeUnit.MICROS)),
    /** A decimal as a group of {@code unscaled}, its bytes, and {@code scale}, INT32. */
    EXACT("EXACT", null, null);

    private final String notation;
    @Nullable private final PrimitiveTypeName physical;
    @Nullable private final LogicalTypeAnnotation logical;

    Simple(
        String notation,
        @Nullable PrimitiveTypeName physical,
        @Nullable LogicalTypeAnnotation logical) {
      this.notation = notation;
      this.physical = physical;
      this.logical = logical;
    }

    private static LogicalTypeAnnotation time(TimeUnit unit) {
      return LogicalTypeAnnotation.timeType(false, unit);
    }

    private static LogicalTypeAnnotation instant(TimeUnit unit) {
      return LogicalTypeAnnotation.timestampType(true, unit);
    }

    @Override
    public String notation() {
      return notation;
    }

    @Override
    public String parquet() {
      if (physical == null) {
        return "group of unscaled (BINARY) and scale (INT32)";
      }
      String size = physical == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY ? "(16)" : "";
      return physical + size + (logical == null ? "" : ", " + logical);
    }

    /** Returns the physical type, or null where the form is a group. */
    @Nullable
    PrimitiveTypeName physical() {
      return physical;
    }

    /** Returns the logical type, or null where there is none. */
    @Nullable
    LogicalTypeAnnotation logical() {
      return logical;
    }
  }

  /**
   * A decimal of a fixed scale. Up to 9 digits are stored as INT32, up to 18 as INT64, up to
   * {@value #FIXED_DIGITS} as a FIXED_LEN_BYTE_ARRAY that just holds them, and more as BINARY.
   *
   * @param precision the most digits, from 1 to {@value #MAX_DIGITS}
   * @param scale how many of them stand after the point, from 0 to the precision
   * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#decimal">the
   *     Parquet format, DECIMAL</a>
   */
  record Decimal(int precision, int scale) implements Form {

    /** The most digits that are stored with a fixed length: those of a 256-bit decimal. */
    public static final int FIXED_DIGITS = 76;

    /** The most digits that are accepted. */
    public static final int MAX_DIGITS = 10_000;

    /** Above this many digits readers differ in what they can read. */
    static final int PORTABLE_DIGITS = 38;

    @Override
    public String notation() {
      return "DECIMAL(" + precision + "," + scale + ")";
    }

    @Override
    public String parquet() {
      return physical() + ", " + notation();
    }

    /** Returns the physical type that the precision asks for. */
    public PrimitiveTypeName physical() {
      if (precision <= 9) {
        return PrimitiveTypeName.INT32;
      }
      if (precision <= 18) {
        return PrimitiveTypeName.INT64;
      }
      return precision <= FIXED_DIGITS
          ? PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY
          : PrimitiveTypeName.BINARY;
    }
  }

  /**
   * Reads a form from its notation, in any case and with blanks anywhere.
   *
   * @return the form, or empty where there is none of that notation
   */
  static Optional<Form> parse(String notation) {
    String compact = notation.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    for (Simple form : Simple.values()) {
      if (form.notation.equals(compact)) {
        return Optional.of(form);
      }
    }
    Matcher decimal = Notation.DECIMAL.matcher(compact);
    if (!decimal.matches()) {
      return Optional.empty();
    }
    int precision = Integer.parseInt(decimal.group(1));
    int scale = decimal.group(2) == null ? 0 : Integer.parseInt(decimal.group(2));
    boolean possible = precision >= 1 && precision <= Decimal.MAX_DIGITS && scale <= precision;
    return possible ? Optional.of(new Decimal(precision, scale)) : Optional.empty();
  }

  /** How a decimal is written. */
  final class Notation {
    private static final Pattern DECIMAL =
        Pattern.compile("DECIMAL\\((\\d{1,6})(?:,(\\d{1,6}))?\\)");

    private Notation() {}
  }
}
