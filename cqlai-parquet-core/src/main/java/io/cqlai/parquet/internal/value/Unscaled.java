package io.cqlai.parquet.internal.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.annotation.Nullable;

/**
 * An integer in two's complement, the most significant byte first, moved by a power of ten. Numbers
 * of up to eight bytes are worked on in 128 bits with nothing allocated.
 */
final class Unscaled {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long[] TENS = new long[19];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = TENS[i - 1] * 10;
    }
  }

  private Unscaled() {}

  /** Returns a number of at most eight bytes, at least one. */
  static long toLong(ByteBuffer source, int at, int length) {
    long value = source.get(at);
    for (int i = 1; i < length; i++) {
      value = value << 8 | (source.get(at + i) & 0xff);
    }
    return value;
  }

  static BigInteger toBigInteger(ByteBuffer source, int at, int length) {
    byte[] bytes = new byte[length];
    source.get(at, bytes);
    return new BigInteger(bytes);
  }

  /** Returns how many bytes at the start only repeat the sign. */
  static int redundantBytes(ByteBuffer source, int at, int length) {
    int redundant = 0;
    byte sign = (byte) (source.get(at) >> 7);
    while (redundant < length - 1
        && source.get(at + redundant) == sign
        && (source.get(at + redundant + 1) ^ sign) >= 0) {
      redundant++;
    }
    return redundant;
  }

  /**
   * Tells whether a number, multiplied by a power of ten, is an integer of no more than so many
   * decimal digits.
   *
   * @param shift the exponent of ten, may be negative
   */
  static boolean fits(ByteBuffer source, int at, int length, long shift, int precision) {
    int skip = redundantBytes(source, at, length);
    int start = at + skip;
    int size = length - skip;
    if (size <= 8) {
      return fits(toLong(source, start, size), shift, precision);
    }
    if (shift > precision || size > byteSize(precision) && shift >= 0) {
      return false;
    }
    BigInteger value = toBigInteger(source, start, size);
    BigInteger moved = shift >= 0 ? value.multiply(power((int) shift)) : divided(value, -shift);
    return moved != null && moved.abs().compareTo(power(precision)) < 0;
  }

  private static boolean fits(long value, long shift, int precision) {
    if (value == 0) {
      return true;
    }
    // The magnitude is compared as an unsigned number: that of Long.MIN_VALUE fits only so.
    long magnitude = Math.abs(value);
    if (shift >= 0) {
      // |value| * 10^shift < 10^precision, with both divided by 10^shift
      return shift < precision && lessThanPower(magnitude, precision - (int) shift);
    }
    if (shift < -18) {
      return false;
    }
    long divisor = TENS[(int) -shift];
    return Long.remainderUnsigned(magnitude, divisor) == 0
        && lessThanPower(Long.divideUnsigned(magnitude, divisor), precision);
  }

  /** Tells whether an unsigned number of at most 2^63 is less than a power of ten. */
  private static boolean lessThanPower(long magnitude, int exponent) {
    return exponent > 18 || Long.compareUnsigned(magnitude, TENS[exponent]) < 0;
  }

  /** Returns a number multiplied by a power of ten, known to fit in 64 bits. */
  static long movedLong(ByteBuffer source, int at, int length, long shift) {
    int skip = redundantBytes(source, at, length);
    if (length - skip > 8) {
      return moved(source, at, length, shift).longValueExact();
    }
    long value = toLong(source, at + skip, length - skip);
    if (value == 0 || shift == 0) {
      return value;
    }
    return shift > 0 ? value * TENS[(int) shift] : value / TENS[(int) -shift];
  }

  /** Writes a number multiplied by a power of ten, known to fit, over the whole target. */
  static void move(ByteBuffer source, int at, int length, long shift, byte[] target) {
    int skip = redundantBytes(source, at, length);
    int start = at + skip;
    int size = length - skip;
    if (shift == 0) {
      int lead = target.length - size;
      Arrays.fill(target, 0, lead, (byte) (source.get(start) >> 7));
      source.get(start, target, lead, size);
    } else if (size <= 8 && shift >= -18 && shift <= 18) {
      long value = toLong(source, start, size);
      if (shift < 0) {
        put(value / TENS[(int) -shift], target);
      } else {
        long ten = TENS[(int) shift];
        put(Math.multiplyHigh(value, ten), value * ten, target);
      }
    } else {
      put(moved(source, start, size, shift), target);
    }
  }

  private static BigInteger moved(ByteBuffer source, int at, int length, long shift) {
    BigInteger value = toBigInteger(source, at, length);
    if (value.signum() == 0 || shift == 0) {
      return value;
    }
    return shift > 0
        ? value.multiply(power(Math.toIntExact(shift)))
        : value.divide(power(Math.toIntExact(-shift)));
  }

  /** Returns a number divided by a power of ten, or null where a remainder would be left. */
  @Nullable
  private static BigInteger divided(BigInteger value, long exponent) {
    // A number that 10^n divides has n factors 2, which its lowest bits show at once.
    if (exponent > value.getLowestSetBit()) {
      return null;
    }
    BigInteger[] parts = value.divideAndRemainder(power((int) exponent));
    return parts[1].signum() == 0 ? parts[0] : null;
  }

  static BigInteger power(int exponent) {
    return exponent < TENS.length
        ? BigInteger.valueOf(TENS[exponent])
        : BigInteger.TEN.pow(exponent);
  }

  /** Returns how many bytes hold every number of so many decimal digits, its sign included. */
  static int byteSize(int precision) {
    return (power(precision).bitLength() + 8) / 8;
  }

  static void put(long value, byte[] target) {
    put(value >> 63, value, target);
  }

  private static void put(long high, long low, byte[] target) {
    if (target.length == 2 * Long.BYTES) { // that of DECIMAL(38, s), the most common by far
      LONGS.set(target, 0, high);
      LONGS.set(target, Long.BYTES, low);
      return;
    }
    for (int i = 0; i < target.length; i++) {
      int bit = 8 * (target.length - 1 - i);
      long word = bit < 64 ? low >>> bit : bit < 128 ? high >> (bit - 64) : high >> 63;
      target[i] = (byte) word;
    }
  }

  private static void put(BigInteger value, byte[] target) {
    byte[] bytes = value.toByteArray();
    int lead = target.length - bytes.length;
    Arrays.fill(target, 0, lead, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(bytes, 0, target, lead, bytes.length);
  }
}
