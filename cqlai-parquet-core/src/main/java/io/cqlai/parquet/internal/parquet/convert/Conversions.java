package io.cqlai.parquet.internal.parquet.convert;

import static io.cqlai.parquet.internal.parquet.convert.FileKind.*;
import static io.cqlai.parquet.internal.parquet.convert.NumberConverter.DIGITS_AFTER_POINT;
import static io.cqlai.parquet.internal.parquet.convert.NumberConverter.PRECISION;

import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.internal.value.DurationText;
import io.cqlai.parquet.internal.value.InetText;
import io.cqlai.parquet.internal.value.Varints;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The table of conversions: for each type that a Parquet column can have and each CQL type without
 * parts whether, under which CONVERT and how the one becomes the other. A pair that is not here is
 * refused. docs/conversions.md is made from it.
 */
public final class Conversions {

  /** Decimals of more digits after the point can only become decimals: nothing else is so fine. */
  private static final int LARGEST_SCALE = 10_000;

  private static final FileKind[] SMALL_INTEGERS = {INT8, INT16, UINT8, UINT16};
  private static final FileKind[] INTEGERS_OF_32_BITS = {INT32, UINT32};
  private static final FileKind[] INTEGERS_OF_64_BITS = {INT64, UINT64};
  private static final FileKind[] INTEGERS = {
    INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64
  };
  private static final FileKind[] FLOATING = {FLOAT16, FLOAT, FileKind.DOUBLE};
  private static final FileKind[] INSTANTS = {
    TIMESTAMP_MILLIS, TIMESTAMP_MICROS, TIMESTAMP_NANOS, INT96
  };
  private static final FileKind[] TIMES = {TIME_MILLIS, TIME_MICROS, TIME_NANOS};

  private static final Map<Scalar, Map<FileKind, Rule>> TABLE = table();
  private static final Map<FileKind, Rule> CUSTOM =
      withNulls(
              new RuleSet()
                  .exact((leaf, issues) -> new BytesConverter.HexToBytes(issues), STRING)
                  .exact((leaf, issues) -> new UnchangedBytes.Blob(issues), BINARY))
          .rules();

  private Conversions() {}

  /**
   * Returns how columns of a kind become a CQL type, or empty where they cannot.
   *
   * @param type a type without parts
   */
  public static Optional<Rule> find(Leaf leaf, CqlType type) {
    if (leaf.scale() > LARGEST_SCALE && type != Scalar.DECIMAL) {
      return Optional.empty();
    }
    return Optional.ofNullable(rules(type).get(leaf.kind()));
  }

  /**
   * Returns all that a CQL type can be made of.
   *
   * @param type a type without parts
   */
  public static Map<FileKind, Rule> rules(CqlType type) {
    if (type instanceof Scalar scalar) {
      return TABLE.getOrDefault(scalar, Map.of());
    }
    return type instanceof CqlType.Custom ? CUSTOM : Map.of();
  }

  private static Map<Scalar, Map<FileKind, Rule>> table() {
    EnumMap<Scalar, Map<FileKind, Rule>> table = new EnumMap<>(Scalar.class);
    for (Scalar scalar : Scalar.values()) {
      table.put(scalar, withNulls(ruleSet(scalar)).rules());
    }
    return table;
  }

  private static RuleSet ruleSet(Scalar type) {
    return switch (type) {
      case ASCII -> text((leaf, issues) -> new UnchangedBytes.Ascii(issues));
      case TEXT -> text((leaf, issues) -> new UnchangedBytes.Text(issues));
      case TINYINT -> integer(1, "tinyint", INT8);
      case SMALLINT -> integer(2, "smallint", INT16);
      case INT -> integer(4, "int", INT32);
      case BIGINT, COUNTER -> integer(8, type.toCql(), INT64);
      case VARINT ->
          new RuleSet()
              .exact(NumberConverter.ToVarint::new, DECIMAL0)
              .exact(parsed("an integer", Varints::parse), STRING)
              .safe(NumberConverter.ToVarint::new, INTEGERS)
              .safe(DIGITS_AFTER_POINT, NumberConverter.ToVarint::new, FileKind.DECIMAL)
              .safe(DIGITS_AFTER_POINT, FloatingConverter.ToVarint::new, FLOATING);
      case DECIMAL ->
          new RuleSet()
              .exact(NumberConverter.ToDecimal::new, DECIMAL0, FileKind.DECIMAL)
              .exact(parsed("a decimal number", Decimals::parse), STRING)
              .safe(NumberConverter.ToDecimal::new, INTEGERS)
              .safe(FloatingConverter.SIGN_OF_ZERO, FloatingConverter.ToDecimal::new, FLOATING);
      case FLOAT ->
          new RuleSet()
              .exact((leaf, issues) -> SameBytes.FLOAT, FileKind.FLOAT)
              .safe(FloatingConverter.ToFloat::new, FLOAT16)
              .safe(NumberConverter.ToFloat::new, SMALL_INTEGERS)
              .safe(PRECISION, FloatingConverter.ToFloat::new, FileKind.DOUBLE)
              .safe(PRECISION, NumberConverter.ToFloat::new, INTEGERS_OF_32_BITS)
              .safe(PRECISION, NumberConverter.ToFloat::new, INTEGERS_OF_64_BITS)
              .safe(PRECISION, NumberConverter.ToFloat::new, DECIMAL0, FileKind.DECIMAL)
              .safe(PRECISION, (leaf, issues) -> new TextFloating(issues, true), STRING);
      case DOUBLE ->
          new RuleSet()
              .exact((leaf, issues) -> SameBytes.DOUBLE, FileKind.DOUBLE)
              .safe(FloatingConverter.ToDouble::new, FLOAT16, FileKind.FLOAT)
              .safe(NumberConverter.ToDouble::new, SMALL_INTEGERS)
              .safe(NumberConverter.ToDouble::new, INTEGERS_OF_32_BITS)
              .safe(PRECISION, NumberConverter.ToDouble::new, INTEGERS_OF_64_BITS)
              .safe(PRECISION, NumberConverter.ToDouble::new, DECIMAL0, FileKind.DECIMAL)
              .safe(PRECISION, (leaf, issues) -> new TextFloating(issues, false), STRING);
      case BOOLEAN ->
          new RuleSet()
              .exact((leaf, issues) -> SameBytes.BOOLEAN, FileKind.BOOLEAN)
              .safe(NumberConverter.ToBoolean::new, INTEGERS)
              .safe((leaf, issues) -> new TextConverter.ToBoolean(issues), STRING);
      case TIMESTAMP ->
          new RuleSet()
              .exact((leaf, issues) -> SameBytes.LONG, TIMESTAMP_MILLIS)
              .safe((leaf, issues) -> SameBytes.LONG, INT64)
              .safe(InstantConverter.ToTimestamp::new, FileKind.DATE)
              .safe(
                  InstantConverter.BELOW_MILLISECOND,
                  InstantConverter.ToTimestamp::new,
                  TIMESTAMP_MICROS,
                  TIMESTAMP_NANOS,
                  INT96)
              .safe(
                  InstantConverter.BELOW_MILLISECOND,
                  (leaf, issues) -> new TextTimes.ToTimestamp(issues),
                  STRING);
      case DATE ->
          new RuleSet()
              .exact((leaf, issues) -> SameBytes.DATE, FileKind.DATE)
              .safe(InstantConverter.TIME_OF_DAY, InstantConverter.ToDate::new, INSTANTS)
              .safe((leaf, issues) -> new TextTimes.ToDate(issues), STRING);
      case TIME ->
          new RuleSet()
              .exact(TimeConverter::toTime, TIMES)
              .exact(TimeConverter::toTime, INT64)
              .safe((leaf, issues) -> new TextTimes.ToTime(issues), STRING)
              .lenient(InstantConverter.DATE, InstantConverter.ToTime::new, INSTANTS);
      case UUID -> uuid(false);
      case TIMEUUID -> uuid(true);
      case INET -> new RuleSet().exact(parsed("an IPv4 or IPv6 address", InetText::parse), STRING);
      case DURATION ->
          new RuleSet()
              .exact(parsed("a duration such as 1y2mo3d4h5m6s", DurationText::parse), STRING)
              .safe((leaf, issues) -> new BytesConverter.IntervalToDuration(issues), INTERVAL);
      case BLOB ->
          new RuleSet()
              .exact((leaf, issues) -> new UnchangedBytes.Blob(issues), BINARY)
              .safe(
                  (leaf, issues) -> new UnchangedBytes.Blob(issues),
                  FIXED,
                  STRING,
                  ENUM,
                  JSON,
                  BSON,
                  FileKind.UUID,
                  INTERVAL,
                  GEOMETRY,
                  GEOGRAPHY);
    };
  }

  private static RuleSet text(Rule.Maker bytes) {
    return new RuleSet()
        .exact(bytes, STRING, JSON)
        .safe(bytes, ENUM, BINARY, FIXED)
        .safe(NumberConverter.ToText::new, INTEGERS)
        .safe(NumberConverter.ToText::new, DECIMAL0, FileKind.DECIMAL)
        .safe(FloatingConverter.ToText::new, FLOATING)
        .safe((leaf, issues) -> Conversions::booleanText, FileKind.BOOLEAN)
        .safe((leaf, issues) -> Conversions::dateText, FileKind.DATE)
        .safe(TimeConverter::toText, TIMES)
        .safe(InstantConverter.ToText::new, INSTANTS)
        .safe((leaf, issues) -> new BytesConverter.UuidToText(issues), FileKind.UUID);
  }

  private static RuleSet integer(int bytes, String type, FileKind same) {
    Rule.Maker number = (leaf, issues) -> new NumberConverter.ToInteger(leaf, issues, bytes, type);
    RuleSet rules = new RuleSet();
    // Eight and sixteen bits stand in 32, and may exceed what they should be.
    if (same == INT32) {
      rules.exact((leaf, issues) -> SameBytes.INT, same);
    } else if (same == INT64) {
      rules.exact((leaf, issues) -> SameBytes.LONG, same);
    } else {
      rules.exact(number, same);
    }
    List<FileKind> others = new ArrayList<>(List.of(INTEGERS));
    others.remove(same);
    return rules
        .safe(number, others.toArray(new FileKind[0]))
        .safe(number, DECIMAL0)
        .safe(DIGITS_AFTER_POINT, number, FileKind.DECIMAL)
        .safe(
            DIGITS_AFTER_POINT,
            (leaf, issues) -> new FloatingConverter.ToInteger(leaf, issues, bytes, type),
            FLOATING)
        .safe(
            TextConverter.SPELLING,
            (leaf, issues) -> new TextConverter.ToInteger(issues, bytes, type),
            STRING);
  }

  private static RuleSet uuid(boolean timeBased) {
    Rule.Maker bytes = (leaf, issues) -> new UnchangedBytes.Uuid(issues, timeBased);
    return new RuleSet()
        .exact((leaf, issues) -> new TextConverter.ToUuid(issues, timeBased), STRING)
        .exact(bytes, FileKind.UUID)
        .safe(bytes, BINARY, FIXED);
  }

  /** A column of nothing but nulls becomes anything. */
  private static RuleSet withNulls(RuleSet rules) {
    return rules.safe(
        (leaf, issues) ->
            (in, out) -> {
              throw FileFault.corrupt("a value in a column that should have nothing but nulls");
            },
        UNKNOWN);
  }

  private static Rule.Maker parsed(String what, Function<String, ByteBuffer> parser) {
    return (leaf, issues) -> new TextConverter.Parsed(issues, what, parser);
  }

  private static boolean booleanText(ValueDecoder in, CellWriter out) {
    out.putText(Boolean.toString(in.readBoolean()));
    return true;
  }

  private static boolean dateText(ValueDecoder in, CellWriter out) {
    out.putText(LocalDate.ofEpochDay(in.readInt()).toString());
    return true;
  }
}
