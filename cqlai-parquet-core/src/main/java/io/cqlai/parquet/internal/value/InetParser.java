package io.cqlai.parquet.internal.value;

import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/** Reads one internet address literal; see {@link InetText}. */
final class InetParser {

  private final ByteBuffer text;
  private final int end;
  private int at;

  InetParser(ByteBuffer text) {
    this.text = text;
    this.at = text.position();
    this.end = text.limit();
  }

  @Nullable
  ByteBuffer parse() {
    for (int i = at; i < end; i++) {
      if (text.get(i) == ':') {
        return v6();
      }
    }
    byte[] address = new byte[4];
    return dotted(address, 0) ? ByteBuffer.wrap(address) : null;
  }

  @Nullable
  private ByteBuffer v6() {
    byte[] address = new byte[16];
    int filled = 0;
    int gap = -1;
    if (peek(0) == ':') {
      if (peek(1) != ':') {
        return null;
      }
      at += 2;
      gap = 0;
    }
    while (at < end) {
      if (filled == 16) {
        return null;
      }
      if (dotFollows()) {
        if (filled > 12 || !dotted(address, filled)) {
          return null;
        }
        filled += 4;
        break;
      }
      int group = group();
      if (group < 0) {
        return null;
      }
      address[filled] = (byte) (group >> 8);
      address[filled + 1] = (byte) group;
      filled += 2;
      if (at < end) {
        if (peek(0) != ':' || at + 1 == end) {
          return null;
        }
        at++;
        if (peek(0) == ':') {
          if (gap >= 0) {
            return null;
          }
          gap = filled;
          at++;
        }
      }
    }
    return closeGap(address, filled, gap);
  }

  /** Moves what stands after {@code ::} to the end. */
  @Nullable
  private static ByteBuffer closeGap(byte[] address, int filled, int gap) {
    if (gap < 0) {
      return filled == 16 ? ByteBuffer.wrap(address) : null;
    }
    if (filled == 16) {
      return null;
    }
    byte[] whole = new byte[16];
    System.arraycopy(address, 0, whole, 0, gap);
    System.arraycopy(address, gap, whole, 16 - (filled - gap), filled - gap);
    return ByteBuffer.wrap(whole);
  }

  private int peek(int ahead) {
    return at + ahead < end ? text.get(at + ahead) : -1;
  }

  private boolean dotFollows() {
    for (int i = at; i < end && text.get(i) != ':'; i++) {
      if (text.get(i) == '.') {
        return true;
      }
    }
    return false;
  }

  /** Reads one to four hexadecimal digits, or returns −1. */
  private int group() {
    int value = 0;
    int digits = 0;
    while (at < end && text.get(at) != ':') {
      byte c = text.get(at);
      int digit = c < 0 ? -1 : Character.digit(c, 16);
      if (digit < 0 || ++digits > 4) {
        return -1;
      }
      value = value << 4 | digit;
      at++;
    }
    return digits == 0 ? -1 : value;
  }

  /**
   * Reads four decimal numbers to the end of the text. A leading zero is refused: some readers take
   * it for octal.
   */
  private boolean dotted(byte[] target, int offset) {
    for (int i = 0; i < 4; i++) {
      if (i > 0 && !skipDot()) {
        return false;
      }
      int start = at;
      int value = 0;
      while (at < end && text.get(at) >= '0' && text.get(at) <= '9' && at - start < 3) {
        value = value * 10 + text.get(at++) - '0';
      }
      int digits = at - start;
      if (digits == 0 || value > 255 || digits > 1 && text.get(start) == '0') {
        return false;
      }
      target[offset + i] = (byte) value;
    }
    return at == end;
  }

  private boolean skipDot() {
    boolean dot = peek(0) == '.';
    at++;
    return dot;
  }
}
