package io.cqlai.parquet.internal.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.annotation.Nullable;

/**
 * Internet addresses between their 4 or 16 bytes and their text. Nothing is ever looked up, and an
 * IPv4-mapped IPv6 address stays one: it is written {@code ::ffff:a.b.c.d} and read back to 16
 * bytes, where {@link java.net.InetAddress} would make 4 of them.
 *
 * <p>IPv6 is written in the canonical form of RFC 5952, section 4: lower case, no leading zeros,
 * the longest run of at least two zero groups (the first of equals) as {@code ::}. All forms of RFC
 * 4291, section 2.2 are read.
 */
public final class InetText {

  /** The longest text: six groups of four digits and a dotted address. */
  private static final int MAX_LENGTH = 45;

  private InetText() {}

  /**
   * Returns the text of an address.
   *
   * @param cell its 4 or 16 bytes, between position and limit
   * @throws IllegalArgumentException for any other number of bytes
   */
  public static String format(ByteBuffer cell) {
    StringBuilder text = new StringBuilder(MAX_LENGTH);
    int at = cell.position();
    switch (cell.remaining()) {
      case 4 -> appendDotted(cell, at, text);
      case 16 -> {
        if (isMapped(cell, at)) {
          text.append("::ffff:");
          appendDotted(cell, at + 12, text);
        } else {
          appendGroups(cell, at, text);
        }
      }
      default ->
          throw new IllegalArgumentException(
              "an internet address has 4 or 16 bytes, not " + cell.remaining());
    }
    return text.toString();
  }

  /** Returns the 4 or 16 bytes of an address, or null where the text is none. */
  @Nullable
  public static ByteBuffer parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    // A character outside Latin-1 becomes a question mark, which no address has.
    return new InetParser(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))).parse();
  }

  private static boolean isMapped(ByteBuffer cell, int at) {
    return cell.getLong(at) == 0 && cell.getInt(at + 8) == 0xffff;
  }

  private static void appendDotted(ByteBuffer cell, int at, StringBuilder text) {
    for (int i = 0; i < 4; i++) {
      if (i > 0) {
        text.append('.');
      }
      text.append(cell.get(at + i) & 0xff);
    }
  }

  private static void appendGroups(ByteBuffer cell, int at, StringBuilder text) {
    int gapStart = -1;
    int gapLength = 1;
    int run = 0;
    for (int i = 0; i < 8; i++) {
      run = cell.getShort(at + 2 * i) == 0 ? run + 1 : 0;
      if (run > gapLength) {
        gapLength = run;
        gapStart = i + 1 - run;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == gapStart) {
        text.append("::");
        i += gapLength - 1;
      } else {
        if (i > 0 && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(cell.getShort(at + 2 * i) & 0xffff));
      }
    }
  }
}
