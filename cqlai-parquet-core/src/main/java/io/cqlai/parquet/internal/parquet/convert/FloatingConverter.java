package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Floating numbers of a file as numbers of another CQL type. */
abstract class FloatingConverter implements ValueConverter {

  /** What is lost where a number becomes one without a signed zero. */
  static final String SIGN_OF_ZERO = "the sign of zero";

  private final FloatingSource source;
  final Leaf leaf;
  final ValueIssues issues;

  FloatingConverter(Leaf leaf, ValueIssues issues) {
    this.leaf = leaf;
    this.source = FloatingSource.of(leaf);
    this.issues = issues;
  }

  @Override
  public final boolean convert(ValueDecoder in, CellWriter out) {
    return put(source.read(in), out);
  }

  abstract boolean put(double value, CellWriter out);

  /** Tells whether a number has a finite value and its zero no sign. */
  final boolean isPlain(double value, String type) {
    if (!Double.isFinite(value)) {
      return issues.reject(value + " is not a number that " + type + " has");
    }
    boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
    return !negativeZero || issues.lose(SIGN_OF_ZERO, value);
  }

  /** Returns the fewest digits that stand for the number in the file's type and no other. */
  final String digits(double value) {
    return leaf.kind() == FileKind.DOUBLE ? Double.toString(value) : Float.toString((float) value);
  }

  /** Into a float: a double only where it is equal. */
  static final class ToFloat extends FloatingConverter {
    ToFloat(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(double value, CellWriter out) {
      float narrow = (float) value;
      if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
        return issues.reject(value + " is out of the range of float");
      }
      if (Double.compare(narrow, value) != 0 && !issues.lose(NumberConverter.PRECISION, value)) {
        return false;
      }
      out.putFloat(narrow);
      return true;
    }
  }

  /** Into a double, exactly. */
  static final class ToDouble extends FloatingConverter {
    ToDouble(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(double value, CellWriter out) {
      out.putDouble(value);
      return true;
    }
  }

  /** Into an integer: pandas writes a column of integers that has nulls as doubles. */
  static final class ToInteger extends FloatingConverter {
    private static final double LONG_LIMIT = 0x1p63;
    private final int bytes;
    private final String type;

    ToInteger(Leaf leaf, ValueIssues issues, int bytes, String type) {
      super(leaf, issues);
      this.bytes = bytes;
      this.type = type;
    }

    @Override
    boolean put(double value, CellWriter out) {
      if (!isPlain(value, type)) {
        return false;
      }
      double whole = Math.signum(value) * Math.floor(Math.abs(value) + 0.5);
      if (value == Math.rint(value)) {
        whole = value;
      } else if (!issues.lose(NumberConverter.DIGITS_AFTER_POINT, value)) {
        return false;
      }
      if (whole < -LONG_LIMIT || whole >= LONG_LIMIT) {
        return issues.reject(value + " is out of the range of " + type);
      }
      return NumberConverter.ToInteger.putInteger((long) whole, bytes, type, out, issues);
    }
  }

  /** Into an integer of any size. */
  static final class ToVarint extends FloatingConverter {
    ToVarint(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(double value, CellWriter out) {
      if (!isPlain(value, "varint")) {
        return false;
      }
      BigDecimal exact = new BigDecimal(value);
      BigInteger whole = exact.setScale(0, RoundingMode.HALF_UP).unscaledValue();
      if (value != Math.rint(value) && !issues.lose(NumberConverter.DIGITS_AFTER_POINT, value)) {
        return false;
      }
      byte[] bytes = whole.toByteArray();
      out.putBytes(bytes, 0, bytes.length);
      return true;
    }
  }

  /** Into the shortest decimal that gives the same floating number back. */
  static final class ToDecimal extends FloatingConverter {
    ToDecimal(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(double value, CellWriter out) {
      if (!isPlain(value, "decimal")) {
        return false;
      }
      out.putBytes(Decimals.cell(new BigDecimal(digits(value))));
      return true;
    }
  }

  /** Into the shortest text that gives the same floating number back. */
  static final class ToText extends FloatingConverter {
    ToText(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(double value, CellWriter out) {
      out.putText(digits(value));
      return true;
    }
  }
}
