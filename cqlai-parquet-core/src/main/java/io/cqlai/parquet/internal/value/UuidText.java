package io.cqlai.parquet.internal.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.annotation.Nullable;

/**
 * UUIDs between their 16 bytes and their 36 characters (RFC 9562, section 4): hexadecimal digits in
 * groups of 8, 4, 4, 4 and 12 with hyphens between them. Written in lower case, read in any.
 */
public final class UuidText {

  /** How many characters there are. */
  public static final int LENGTH = 36;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** Where the two digits of each of the 16 bytes begin. */
  private static final int[] PLACES = {0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};

  private static final int[] HYPHENS = {8, 13, 18, 23};

  /** One in each byte of a long. */
  private static final long EACH = 0x0101_0101_0101_0101L;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private UuidText() {}

  /**
   * Returns the text of a UUID, as ASCII.
   *
   * @param source where its 16 bytes are
   * @param at the absolute index of the first
   */
  public static byte[] format(ByteBuffer source, int at) {
    byte[] text = new byte[LENGTH];
    format(source, at, text, 0);
    return text;
  }

  /**
   * Writes the text of a UUID, as ASCII, into an array.
   *
   * @param source where its 16 bytes are
   * @param at the absolute index of the first
   */
  public static void format(ByteBuffer source, int at, byte[] target, int offset) {
    for (int i = 0; i < 16; i++) {
      int value = source.get(at + i);
      int place = offset + PLACES[i];
      target[place] = DIGITS[value >> 4 & 0xf];
      target[place + 1] = DIGITS[value & 0xf];
    }
    for (int hyphen : HYPHENS) {
      target[offset + hyphen] = '-';
    }
  }

  /** Returns the 16 bytes of a UUID's text, or null where it is none. */
  @Nullable
  public static ByteBuffer parse(String text) {
    if (text.length() != LENGTH) {
      return null;
    }
    // A character outside Latin-1 becomes a question mark, which no UUID has.
    byte[] uuid = new byte[16];
    boolean valid = parse(text.getBytes(StandardCharsets.ISO_8859_1), 0, LENGTH, uuid, 0);
    return valid ? ByteBuffer.wrap(uuid) : null;
  }

  /**
   * Writes the 16 bytes of a UUID's text into an array. Eight digits are read at once: a file may
   * have millions of UUIDs as text.
   *
   * @param text where the text is, in UTF-8, from an index on
   * @return whether it is the text of a UUID; where not, the target's bytes are undefined
   */
  public static boolean parse(byte[] text, int start, int length, byte[] target, int offset) {
    if (length != LENGTH) {
      return false;
    }
    for (int hyphen : HYPHENS) {
      if (text[start + hyphen] != '-') {
        return false;
      }
    }
    return parseDigits((long) LONG.get(text, start), target, offset)
        && parseDigits(digits(text, start + 9, start + 14), target, offset + 4)
        && parseDigits(digits(text, start + 19, start + 24), target, offset + 8)
        && parseDigits((long) LONG.get(text, start + 28), target, offset + 12);
  }

  private static long digits(byte[] text, int first, int second) {
    return (int) INT.get(text, first) & 0xffff_ffffL | (long) (int) INT.get(text, second) << 32;
  }

  /** Turns eight digits, one a byte and the first in the lowest, into four bytes. */
  private static boolean parseDigits(long digits, byte[] target, int offset) {
    long letter = digits >>> 6 & EACH;
    long value = (digits & 0xf * EACH) + letter * 9;
    // What the values are written as, to see that each character was a digit.
    long overNine = value + 6 * EACH >>> 4 & EACH;
    long written = value + '0' * EACH + overNine * ('a' - '0' - 10);
    boolean valid = (value & 0xf0f0_f0f0_f0f0_f0f0L) == 0 && written == (digits | overNine * 0x20);
    long pairs = (value << 4 | value >>> 8) & 0x00ff_00ff_00ff_00ffL;
    pairs = (pairs | pairs >>> 8) & 0x0000_ffff_0000_ffffL;
    INT.set(target, offset, (int) (pairs | pairs >>> 16));
    return valid;
  }
}
