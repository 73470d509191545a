package io.cqlai.parquet.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * CQL's decimals: a scale of 32 bits and an unscaled integer of any size, as {@link Varints} has
 * them (native protocol, version 5, section 6.7). Scale and unscaled value are both kept: 1.0 and
 * 1.00 are equal and, as partition keys, two keys.
 *
 * <p>To write DECIMAL(p, s) ask {@link #fits} first, then {@link #toLong} or {@link #toBytes}. The
 * exact form is {@link #scale} with {@link #unscaled}, whose bytes are those of the cell, redundant
 * leading ones included; text and DECIMAL give back the minimal ones.
 */
public final class Decimals {

  /** Beyond this scale, on either side of 0, no number stands for an amount. */
  private static final long LARGEST_SCALE = 1L << 30;

  private Decimals() {}

  /** Tells whether a cell holds a number at all: a scale and one more byte at least. */
  public static boolean isValid(ByteBuffer cell) {
    return cell.remaining() > 4;
  }

  /** Tells whether no byte of a valid cell could be left out. */
  public static boolean isMinimal(ByteBuffer cell) {
    return Unscaled.redundantBytes(cell, cell.position() + 4, cell.remaining() - 4) == 0;
  }

  /** Returns the scale of a cell of at least four bytes. */
  public static int scale(ByteBuffer cell) {
    return cell.getInt(cell.position());
  }

  /** Returns the unscaled value's bytes, as they are in a cell of at least four bytes; shared. */
  public static ByteBuffer unscaled(ByteBuffer cell) {
    return cell.slice(cell.position() + 4, cell.remaining() - 4);
  }

  /** Tells whether DECIMAL(precision, scale) can hold a valid cell's number without rounding. */
  public static boolean fits(ByteBuffer cell, int precision, int scale) {
    return Unscaled.fits(
        cell, cell.position() + 4, cell.remaining() - 4, (long) scale - scale(cell), precision);
  }

  /**
   * Returns the unscaled value at another scale.
   *
   * @param cell a number that {@link #fits} 18 digits at that scale
   */
  public static long toLong(ByteBuffer cell, int scale) {
    return Unscaled.movedLong(
        cell, cell.position() + 4, cell.remaining() - 4, (long) scale - scale(cell));
  }

  /**
   * Writes the unscaled value at another scale over a whole array: two's complement, the most
   * significant byte first, sign extended.
   *
   * @param cell a number that {@link #fits} at that scale
   * @param target as long as {@link #byteSize} says
   */
  public static void toBytes(ByteBuffer cell, int scale, byte[] target) {
    Unscaled.move(
        cell, cell.position() + 4, cell.remaining() - 4, (long) scale - scale(cell), target);
  }

  /** Returns how many bytes hold every unscaled value of so many digits; 16 for 38. */
  public static int byteSize(int precision) {
    return Unscaled.byteSize(precision);
  }

  /** Returns the number of a valid cell. */
  public static BigDecimal toBigDecimal(ByteBuffer cell) {
    BigInteger unscaled = Unscaled.toBigInteger(cell, cell.position() + 4, cell.remaining() - 4);
    return new BigDecimal(unscaled, scale(cell));
  }

  /**
   * Returns the one cell that stands for all equal numbers: without zeros at the end.
   *
   * @param longest the most bytes of a cell: zeros are taken away one by one, each from all digits
   * @return null where the cell is no number, is longer, or stands for no amount
   */
  @Nullable
  public static ByteBuffer withoutZeros(ByteBuffer cell, int longest) {
    if (!isValid(cell)
        || cell.remaining() > longest
        || Math.abs((long) scale(cell)) > LARGEST_SCALE) {
      return null;
    }
    BigDecimal number = toBigDecimal(cell);
    // Without digits there is no scale to speak of, and stripping stops at the largest one.
    return number.signum() == 0 ? cell(0, 0) : cell(number.stripTrailingZeros());
  }

  /**
   * Returns the text of a valid cell: digits, and an exponent where the scale asks for one. No two
   * pairs of scale and unscaled value have the same text, see {@link BigDecimal#toString()}.
   */
  public static String toText(ByteBuffer cell) {
    return toBigDecimal(cell).toString();
  }

  /** Returns the cell of a number's text with its scale, or null where it is none. */
  @Nullable
  public static ByteBuffer parse(String text) {
    int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
    int dot = mantissa.indexOf('.');
    String digits = dot < 0 ? mantissa : mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    BigInteger unscaled = Digits.parse(digits);
    Long exponent = exponentAt < 0 ? Long.valueOf(0) : exponent(text.substring(exponentAt + 1));
    // A sign after the dot would slip through: the dot is gone when the digits are read.
    if (unscaled == null || exponent == null || dot == 0 && digits.length() > 0 && !digit(digits)) {
      return null;
    }
    long scale = (dot < 0 ? 0 : mantissa.length() - dot - 1) - exponent;
    return scale == (int) scale ? cell((int) scale, Varints.cell(unscaled)) : null;
  }

  private static boolean digit(String digits) {
    return digits.charAt(0) >= '0' && digits.charAt(0) <= '9';
  }

  @Nullable
  private static Long exponent(String text) {
    BigInteger value = text.length() > 20 ? null : Digits.parse(text);
    return value == null || value.bitLength() > 40 ? null : value.longValue();
  }

  /** Returns the cell of a number. */
  public static ByteBuffer cell(BigDecimal value) {
    return cell(value.scale(), Varints.cell(value.unscaledValue()));
  }

  /** Returns the cell of a number. */
  public static ByteBuffer cell(int scale, long unscaled) {
    CellWriter out = new CellWriter(12);
    put(scale, unscaled, out);
    return out.toBuffer();
  }

  /**
   * Returns a cell with the unscaled value's bytes as they are.
   *
   * @param unscaled bytes between position and limit; not shortened
   */
  public static ByteBuffer cell(int scale, ByteBuffer unscaled) {
    CellWriter out = new CellWriter(4 + unscaled.remaining());
    out.putInt(scale);
    out.putBytes(unscaled);
    return out.toBuffer();
  }

  /** Puts the cell of a number, with no length before it. */
  public static void put(int scale, long unscaled, CellWriter out) {
    out.putInt(scale);
    Varints.put(unscaled, out);
  }

  /**
   * Puts the cell of a number with the fewest bytes, with no length before it.
   *
   * @param unscaled bytes in two's complement, at least one, maybe more than it needs
   */
  public static void putMinimal(int scale, ByteBuffer unscaled, CellWriter out) {
    out.putInt(scale);
    Varints.put(unscaled, out);
  }
}
