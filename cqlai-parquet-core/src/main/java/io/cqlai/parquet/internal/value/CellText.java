package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * Cells of any type as text, exactly. Bytes that are no value of their type, none at all included,
 * appear as {@code 0x…}: nothing is ever refused.
 *
 * <p>Numbers, dates and the like are written as CQL reads them. A timestamp is in UTC with
 * milliseconds, a time with nanoseconds, a year beyond 9999 with its sign as ISO 8601 has it.
 */
public final class CellText {

  private static final String MORE = "\u2026";

  private CellText() {}

  /**
   * Returns a cell as text to be read by people: as a literal of CQL, and without the quotes where
   * it is not within another value.
   *
   * @param cell bytes between position and limit, or null for CQL's null, which is {@code null}
   */
  public static String format(CqlType type, @Nullable ByteBuffer cell) {
    CellPrinter printer = new CellPrinter(TextForm.CQL, Integer.MAX_VALUE);
    printer.plain(type, cell);
    return printer.toString();
  }

  /**
   * Returns a cell as {@link #format(CqlType, ByteBuffer)} does, in another form.
   *
   * @param cell bytes between position and limit
   */
  public static String format(CqlType type, TextForm form, ByteBuffer cell) {
    if (type instanceof CqlType.Scalar scalar) {
      String text = ScalarText.plain(scalar, form, cell, Integer.MAX_VALUE);
      return text == null ? ScalarText.hex(cell, Integer.MAX_VALUE) : text;
    }
    CellPrinter printer = new CellPrinter(form, Integer.MAX_VALUE);
    printer.plain(type, cell);
    return printer.toString();
  }

  /** Returns the bytes of a cell as {@code 0x…}, in ASCII. */
  public static byte[] hex(ByteBuffer cell) {
    return ScalarText.hexBytes(cell, Integer.MAX_VALUE);
  }

  /**
   * Returns the beginning of a cell as a literal of CQL, for messages: a cell of many megabytes
   * takes no more time or memory than a small one. Text is in single quotes; timestamps outside the
   * years from 1583 to 9999, whose text servers read differently, are milliseconds.
   *
   * @param cell bytes between position and limit, or null for CQL's null, which is {@code null}
   * @param characters how many at most; what is longer ends in {@code …}
   */
  public static String brief(CqlType type, @Nullable ByteBuffer cell, int characters) {
    CellPrinter printer = new CellPrinter(TextForm.CQL, characters);
    printer.literal(type, cell);
    String text = printer.toString();
    if (text.length() <= characters) {
      return text;
    }
    boolean splitsPair = characters > 0 && Character.isHighSurrogate(text.charAt(characters - 1));
    return text.substring(0, splitsPair ? characters - 1 : characters) + MORE;
  }
}
