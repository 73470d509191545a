package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.Form;
import io.cqlai.parquet.internal.parquet.Losses;
import io.cqlai.parquet.internal.parquet.MappedField;
import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.internal.value.DurationText;
import io.cqlai.parquet.internal.value.InetText;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.internal.value.LossCounters.Counter;
import io.cqlai.parquet.internal.value.Varints;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** Chooses what writes the values of a place that is one column of the file. */
final class ValueWriters {

  private final String column;
  private final LossCounters losses;

  /**
   * @param column of the table, for which losses are counted
   */
  ValueWriters(String column, LossCounters losses) {
    this.column = column;
    this.losses = losses;
  }

  /** Returns the writer of a scalar or custom type in the form that its place has. */
  ValueWriter of(MappedField field) {
    if (field.type() instanceof CqlType.Scalar scalar) {
      return scalar(scalar, field);
    }
    return field.form() == Form.Simple.STRING
        ? new BytesWriters.OfHex()
        : new BytesWriters.AsTheyAre();
  }

  private ValueWriter scalar(CqlType.Scalar type, MappedField field) {
    Form form = field.form();
    return switch (type) {
      case ASCII, TEXT, BLOB -> new BytesWriters.AsTheyAre();
      case BOOLEAN -> new NumberWriters.OfBoolean(emptied());
      case TINYINT -> new NumberWriters.OfByte(emptied());
      case SMALLINT -> new NumberWriters.OfShort(emptied());
      case INT -> new NumberWriters.OfInt(emptied());
      case BIGINT, COUNTER -> new NumberWriters.OfLong(emptied());
      case FLOAT -> new NumberWriters.OfFloat(emptied());
      case DOUBLE -> new NumberWriters.OfDouble(emptied());
      case DATE -> new TimeWriters.OfDate(emptied());
      case TIME -> time(field);
      case TIMESTAMP ->
          form == Form.Simple.TIMESTAMP_MICROS
              ? new TimeWriters.InstantMicros(emptied())
              : new NumberWriters.OfLong(emptied());
      case UUID, TIMEUUID ->
          form == Form.Simple.UUID
              ? new BytesWriters.OfUuid(emptied())
              : new BytesWriters.OfUuidText(emptied());
      case INET -> text(InetText::format);
      case DURATION -> text(ValueWriters::durationText);
      case VARINT ->
          form instanceof Form.Decimal decimal
              ? DecimalWriters.of(decimal, DecimalWriters.Numbers.ofVarint(), emptied())
              : text(Varints::toText);
      case DECIMAL -> decimal(field);
    };
  }

  private ValueWriter time(MappedField field) {
    if (field.form() == Form.Simple.TIME_MILLIS) {
      return new TimeWriters.Millis(emptied(), losses.counter(column, Losses.BELOW_MILLISECOND));
    }
    if (field.form() == Form.Simple.TIME_MICROS) {
      return new TimeWriters.Micros(emptied(), losses.counter(column, Losses.BELOW_MICROSECOND));
    }
    return new NumberWriters.OfLong(emptied());
  }

  private ValueWriter decimal(MappedField field) {
    if (field.form() instanceof Form.Decimal decimal) {
      return DecimalWriters.of(
          decimal, DecimalWriters.Numbers.ofDecimal(decimal.scale()), emptied());
    }
    return text(Decimals::toText);
  }

  private ValueWriter text(Function<ByteBuffer, String> format) {
    return new BytesWriters.OfText(emptied(), format);
  }

  private static String durationText(ByteBuffer value) {
    String text = DurationText.format(value);
    if (text == null) {
      throw new IllegalArgumentException("a duration for which CQL has no notation");
    }
    return text;
  }

  /** Returns what counts the zero-length values that become null. */
  Counter emptied() {
    return losses.counter(column, Losses.ZERO_LENGTH);
  }
}
