package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.Form;
import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.internal.value.DurationText;
import io.cqlai.parquet.internal.value.TimeText;
import io.cqlai.parquet.internal.value.Varints;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/** Checks of scalar values. A zero-length value is left to the check that forbids it, if any. */
final class LeafChecks {

  private static final long MOST_MILLIS = Long.MAX_VALUE / 1_000;
  private static final int LONGEST_NUMBER_SHOWN = 60;

  private LeafChecks() {}

  @Nullable
  static String booleanByte(ByteBuffer value) {
    if (!value.hasRemaining()) {
      return null;
    }
    int bits = value.get(value.position());
    return bits == 0 || bits == 1 ? null : "a boolean stored as " + bits + " would come back as 1";
  }

  @Nullable
  static String timeOfDay(ByteBuffer value) {
    if (value.remaining() != 8) {
      return null;
    }
    long nanos = value.getLong(value.position());
    return nanos >= 0 && nanos < TimeText.NANOS_PER_DAY
        ? null
        : nanos + " nanoseconds are no time of day";
  }

  @Nullable
  static String microsFit(ByteBuffer value) {
    if (value.remaining() != 8) {
      return null;
    }
    long millis = value.getLong(value.position());
    return millis >= -MOST_MILLIS && millis <= MOST_MILLIS
        ? null
        : millis + " milliseconds do not fit TIMESTAMP(MICROS)";
  }

  @Nullable
  static String address(ByteBuffer value) {
    int length = value.remaining();
    return length == 4 || length == 16 || length == 0
        ? null
        : "an internet address of " + length + " bytes";
  }

  @Nullable
  static String duration(ByteBuffer value) {
    return !value.hasRemaining() || DurationText.format(value) != null
        ? null
        : "CQL has no notation for this duration";
  }

  @Nullable
  static String durationExact(ByteBuffer value) {
    String reason = duration(value);
    if (reason != null || !value.hasRemaining() || DurationText.isMinimal(value)) {
      return reason;
    }
    return "this duration takes more bytes than it needs and would come back in fewer";
  }

  @Nullable
  static String varintMinimal(ByteBuffer value) {
    return !value.hasRemaining() || Varints.isMinimal(value)
        ? null
        : "this varint takes more bytes than it needs and would come back in fewer";
  }

  static ValueCheck varintFits(Form.Decimal form) {
    return value ->
        !value.hasRemaining() || Varints.fits(value, form.precision())
            ? null
            : number(Varints.toBigInteger(value).bitLength(), () -> Varints.toText(value))
                + " does not fit "
                + form.notation();
  }

  static ValueCheck decimalFits(Form.Decimal form) {
    return value -> {
      String invalid = decimalValid(value);
      if (invalid != null || !value.hasRemaining()) {
        return invalid;
      }
      return Decimals.fits(value, form.precision(), form.scale())
          ? null
          : number(8 * (value.remaining() - 4), () -> Decimals.toText(value))
              + " does not fit "
              + form.notation();
    };
  }

  @Nullable
  static String decimalValid(ByteBuffer value) {
    return !value.hasRemaining() || Decimals.isValid(value)
        ? null
        : "a decimal of " + value.remaining() + " bytes is no number";
  }

  @Nullable
  static String decimalHasScale(ByteBuffer value) {
    return !value.hasRemaining() || value.remaining() >= 4
        ? null
        : "a decimal of " + value.remaining() + " bytes has no scale";
  }

  @Nullable
  static String decimalTextExact(ByteBuffer value) {
    String reason = decimalValid(value);
    if (reason != null || !value.hasRemaining() || Decimals.isMinimal(value)) {
      return reason;
    }
    return "this decimal takes more bytes than it needs and would come back in fewer";
  }

  /** Prints a number, unless it is so large that nobody would read it. */
  private static String number(int bits, Supplier<String> text) {
    if (bits > 4 * LONGEST_NUMBER_SHOWN) {
      return "a number of " + bits + " bits";
    }
    String digits = text.get();
    return digits.length() <= LONGEST_NUMBER_SHOWN
        ? digits
        : digits.substring(0, LONGEST_NUMBER_SHOWN) + "…";
  }
}
