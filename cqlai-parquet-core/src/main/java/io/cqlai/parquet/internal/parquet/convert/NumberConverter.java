package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Integers and decimals of a file as CQL's numbers, and as booleans and text. */
abstract class NumberConverter implements ValueConverter {

  /** What is lost where a number has digits after the point and its column has none. */
  static final String DIGITS_AFTER_POINT = "digits after the point";

  /** What is lost where a number has more digits than a float or a double. */
  static final String PRECISION = "digits beyond the precision of the type";

  private final NumberSource source;
  private final WholeNumber number = new WholeNumber();
  final int scale;
  final ValueIssues issues;

  NumberConverter(Leaf leaf, ValueIssues issues) {
    this.source = NumberSource.of(leaf);
    this.scale = leaf.scale();
    this.issues = issues;
  }

  @Override
  public final boolean convert(ValueDecoder in, CellWriter out) {
    return source.read(in, number, issues) && put(number, out);
  }

  abstract boolean put(WholeNumber value, CellWriter out);

  /** Drops the digits after the point, where there are some. */
  final boolean makeWhole(WholeNumber value) {
    if (scale == 0) {
      return true;
    }
    BigDecimal before = value.asDecimal(scale);
    return value.dropDigits(scale) || issues.lose(DIGITS_AFTER_POINT, before);
  }

  /** Into a signed integer of a fixed size. */
  static final class ToInteger extends NumberConverter {
    private final int bytes;
    private final String type;

    ToInteger(Leaf leaf, ValueIssues issues, int bytes, String type) {
      super(leaf, issues);
      this.bytes = bytes;
      this.type = type;
    }

    @Override
    boolean put(WholeNumber value, CellWriter out) {
      if (!makeWhole(value)) {
        return false;
      }
      return value.isLong()
          ? putInteger(value.asLong(), bytes, type, out, issues)
          : issues.reject(value.asBig() + " is out of the range of " + type);
    }

    static boolean putInteger(
        long value, int bytes, String type, CellWriter out, ValueIssues issues) {
      int unused = Long.SIZE - 8 * bytes;
      if (value << unused >> unused != value) {
        return issues.reject(value + " is out of the range of " + type);
      }
      switch (bytes) {
        case 1 -> out.putByte((int) value);
        case 2 -> out.putShort((int) value);
        case 4 -> out.putInt((int) value);
        default -> out.putLong(value);
      }
      return true;
    }
  }

  /** Into an integer of any size. */
  static final class ToVarint extends NumberConverter {
    ToVarint(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(WholeNumber value, CellWriter out) {
      if (!makeWhole(value)) {
        return false;
      }
      value.putVarint(out);
      return true;
    }
  }

  /** Into a decimal of the same scale. */
  static final class ToDecimal extends NumberConverter {
    ToDecimal(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(WholeNumber value, CellWriter out) {
      out.putInt(scale);
      value.putVarint(out);
      return true;
    }
  }

  /** Into a float that stands for the number. */
  static final class ToFloat extends NumberConverter {
    ToFloat(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(WholeNumber value, CellWriter out) {
      BigDecimal exact = value.asDecimal(scale);
      float rounded = exact.floatValue();
      if (Float.isInfinite(rounded)) {
        return issues.reject(exact + " is out of the range of float");
      }
      if (!Precision.FLOAT.keeps(exact, rounded) && !issues.lose(PRECISION, exact)) {
        return false;
      }
      out.putFloat(rounded);
      return true;
    }
  }

  /** Into a double that stands for the number. */
  static final class ToDouble extends NumberConverter {
    private static final long EXACT = 1L << 53;

    ToDouble(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(WholeNumber value, CellWriter out) {
      if (scale == 0 && value.isLong() && Math.abs(value.asLong()) <= EXACT) {
        out.putDouble(value.asLong());
        return true;
      }
      BigDecimal exact = value.asDecimal(scale);
      double rounded = exact.doubleValue();
      if (Double.isInfinite(rounded)) {
        return issues.reject(exact + " is out of the range of double");
      }
      if (!Precision.DOUBLE.keeps(exact, rounded) && !issues.lose(PRECISION, exact)) {
        return false;
      }
      out.putDouble(rounded);
      return true;
    }
  }

  /** Into a boolean: 0 and 1, and nothing else. */
  static final class ToBoolean extends NumberConverter {
    ToBoolean(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(WholeNumber value, CellWriter out) {
      if (!value.isLong() || value.asLong() >> 1 != 0) {
        return issues.reject(value.asBig() + " is neither 0 nor 1");
      }
      out.putByte((int) value.asLong());
      return true;
    }
  }

  /** Into its decimal digits. */
  static final class ToText extends NumberConverter {
    ToText(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(WholeNumber value, CellWriter out) {
      out.putText(
          scale == 0 && value.isLong()
              ? Long.toString(value.asLong())
              : digits(value.asBig(), scale));
      return true;
    }

    private static String digits(BigInteger unscaled, int scale) {
      return new BigDecimal(unscaled, scale).toPlainString();
    }
  }
}
