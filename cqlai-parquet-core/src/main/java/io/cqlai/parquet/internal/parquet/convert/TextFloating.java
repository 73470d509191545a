package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.value.CellWriter;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Text that says a floating number. */
final class TextFloating extends TextConverter {

  private static final int LONGEST = 400;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
  private static final Pattern SPECIAL = Pattern.compile("NaN|-?Infinity");

  private final boolean narrow;

  /**
   * Makes a converter.
   *
   * @param narrow into a float, not a double
   */
  TextFloating(ValueIssues issues, boolean narrow) {
    super(issues, "a number");
    this.narrow = narrow;
  }

  @Override
  boolean put(ByteSlice bytes, CellWriter out) {
    String text = bytes.length <= LONGEST ? bytes.text() : "";
    boolean special = SPECIAL.matcher(text).matches();
    if (!special && !NUMBER.matcher(text).matches()) {
      return none(bytes.text());
    }
    double value = narrow ? Float.parseFloat(text) : Double.parseDouble(text);
    if (!special && Double.isInfinite(value)) {
      return issues.reject(text + " is out of the range of " + (narrow ? "float" : "double"));
    }
    if (!special && !isExact(text, value) && !issues.lose(NumberConverter.PRECISION, text)) {
      return false;
    }
    if (narrow) {
      out.putFloat((float) value);
    } else {
      out.putDouble(value);
    }
    return true;
  }

  private boolean isExact(String text, double value) {
    return (narrow ? Precision.FLOAT : Precision.DOUBLE).keeps(new BigDecimal(text), value);
  }
}
