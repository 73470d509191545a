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
   * Writes the text of a UUID, as ASCII, into an array. Eight digits are written at once.
   *
   * @param source where its 16 bytes are; its order is that of the network, as with any new buffer
   * @param at the absolute index of the first
   */
  public static void format(ByteBuffer source, int at, byte[] target, int offset) {
    long second = digits(source.getInt(at + 4));
    long third = digits(source.getInt(at + 8));
    LONG.set(target, offset, digits(source.getInt(at)));
    INT.set(target, offset + 9, (int) second);
    INT.set(target, offset + 14, (int) (second >>> 32));
    INT.set(target, offset + 19, (int) third);
    INT.set(target, offset + 24, (int) (third >>> 32));
    LONG.set(target, offset + 28, digits(source.getInt(at + 12)));
    for (int hyphen : HYPHENS) {
      target[offset + hyphen] = '-';
    }
  }

  /** Turns four bytes into eight digits, one a byte and the first in the lowest. */
  private static long digits(int bytes) {
    long pairs = Integer.reverseBytes(bytes) & 0xffff_ffffL;
    pairs = (pairs | pairs << 16) & 0x0000_ffff_0000_ffffL;
    pairs = (pairs | pairs << 8) & 0x00ff_00ff_00ff_00ffL;
    long value = (pairs >>> 4 | pairs << 8) & 0xf * EACH;
    return written(value, overNine(value));
  }

  /** Returns 1 for each of eight values below 16 that is written as a letter. */
  private static long overNine(long values) {
    return values + 6 * EACH >>> 4 & EACH;
  }

  private static long written(long values, long overNine) {
    return values + '0' * EACH + overNine * ('a' - '0' - 10);
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
    long overNine = overNine(value);
    boolean valid =
        (value & 0xf0f0_f0f0_f0f0_f0f0L) == 0
            && written(value, overNine) == (digits | overNine * 0x20);
    long pairs = (value << 4 | value >>> 8) & 0x00ff_00ff_00ff_00ffL;
    pairs = (pairs | pairs >>> 8) & 0x0000_ffff_0000_ffffL;
    INT.set(target, offset, (int) (pairs | pairs >>> 16));
    return valid;
  }
}
