package io.cqlai.parquet.internal.value;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * Integers of any size: CQL's varint, two's complement with the most significant byte first (native
 * protocol, version 5, section 6.23).
 *
 * <p>Cassandra stores the bytes as they were sent, so that a number may have more leading bytes
 * than it needs. Such a cell equals the minimal one by value and, as a partition key, is another
 * one; text and DECIMAL give back the minimal form. {@link #isMinimal} tells.
 */
public final class Varints {

  private Varints() {}

  /** Tells whether a cell holds a number at all: one byte at least. */
  public static boolean isValid(ByteBuffer cell) {
    return cell.hasRemaining();
  }

  /** Tells whether no byte of a valid cell could be left out. */
  public static boolean isMinimal(ByteBuffer cell) {
    return Unscaled.redundantBytes(cell, cell.position(), cell.remaining()) == 0;
  }

  /** Tells whether a valid cell's number has at most so many decimal digits. */
  public static boolean fits(ByteBuffer cell, int precision) {
    return Unscaled.fits(cell, cell.position(), cell.remaining(), 0, precision);
  }

  /** Returns a number that {@link #fits} 18 digits. */
  public static long toLong(ByteBuffer cell) {
    return Unscaled.movedLong(cell, cell.position(), cell.remaining(), 0);
  }

  /**
   * Writes a number over a whole array, sign extended.
   *
   * @param target as long as {@link Decimals#byteSize} says for a precision that the number fits
   */
  public static void toBytes(ByteBuffer cell, byte[] target) {
    Unscaled.move(cell, cell.position(), cell.remaining(), 0, target);
  }

  /** Returns the number of a valid cell. */
  public static BigInteger toBigInteger(ByteBuffer cell) {
    return Unscaled.toBigInteger(cell, cell.position(), cell.remaining());
  }

  /** Returns the decimal digits of a valid cell, with a {@code -} where it is negative. */
  public static String toText(ByteBuffer cell) {
    int length = cell.remaining();
    return length <= 8
        ? Long.toString(Unscaled.toLong(cell, cell.position(), length))
        : toBigInteger(cell).toString();
  }

  /** Returns the minimal bytes of an integer's text, or null where it is none. */
  @Nullable
  public static ByteBuffer parse(String text) {
    BigInteger value = Digits.parse(text);
    return value == null ? null : cell(value);
  }

  /** Returns the minimal bytes of a number. */
  public static ByteBuffer cell(BigInteger value) {
    return ByteBuffer.wrap(value.toByteArray());
  }

  /** Puts the minimal bytes of a number. */
  public static void put(long value, CellWriter out) {
    for (int bit = 8 * (minimalSize(value) - 1); bit >= 0; bit -= 8) {
      out.putByte((int) (value >> bit));
    }
  }

  /**
   * Puts the minimal bytes of a number.
   *
   * @param bigEndian its bytes in two's complement, at least one, maybe more than it needs
   */
  public static void put(ByteBuffer bigEndian, CellWriter out) {
    int start = bigEndian.position();
    int length = bigEndian.remaining();
    for (int i = Unscaled.redundantBytes(bigEndian, start, length); i < length; i++) {
      out.putByte(bigEndian.get(start + i));
    }
  }

  private static int minimalSize(long value) {
    int signBits = Long.numberOfLeadingZeros(value < 0 ? ~value : value);
    return (64 - signBits) / 8 + 1;
  }
}
