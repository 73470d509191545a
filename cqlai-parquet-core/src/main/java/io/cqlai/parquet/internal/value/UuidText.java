package io.cqlai.parquet.internal.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  private static final byte[] NIBBLES = nibbles();

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
    return parse(text.getBytes(StandardCharsets.ISO_8859_1), 0, LENGTH);
  }

  /**
   * Returns the 16 bytes of a UUID's text, or null where it is none.
   *
   * @param text the text in UTF-8, between position and limit; stays as it is
   */
  @Nullable
  public static ByteBuffer parse(ByteBuffer text) {
    byte[] uuid = new byte[16];
    return parse(text, uuid, 0) ? ByteBuffer.wrap(uuid) : null;
  }

  /** Returns the 16 bytes of a UUID's text in UTF-8, or null where it is none. */
  @Nullable
  public static ByteBuffer parse(byte[] text, int offset, int length) {
    return parse(ByteBuffer.wrap(text, offset, length));
  }

  /**
   * Writes the 16 bytes of a UUID's text into an array.
   *
   * @param text the text in UTF-8, between position and limit; stays as it is
   * @return whether it is the text of a UUID; where not, the array's bytes are undefined
   */
  public static boolean parse(ByteBuffer text, byte[] target, int offset) {
    int length = text.remaining();
    if (length != LENGTH) {
      return false;
    }
    if (text.hasArray()) {
      return parse(text.array(), text.arrayOffset() + text.position(), length, target, offset);
    }
    byte[] copy = new byte[length];
    text.get(text.position(), copy);
    return parse(copy, 0, length, target, offset);
  }

  /**
   * Writes the 16 bytes of a UUID's text into an array.
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
    int seen = 0;
    for (int i = 0; i < 16; i++) {
      int place = start + PLACES[i];
      int high = NIBBLES[text[place] & 0xff];
      int low = NIBBLES[text[place + 1] & 0xff];
      seen |= high | low;
      target[offset + i] = (byte) (high << 4 | low);
    }
    return seen >= 0;
  }

  private static byte[] nibbles() {
    byte[] table = new byte[256];
    Arrays.fill(table, (byte) -1);
    for (int i = 0; i < 16; i++) {
      table[DIGITS[i]] = (byte) i;
      table[Character.toUpperCase(DIGITS[i])] = (byte) i;
    }
    return table;
  }
}
