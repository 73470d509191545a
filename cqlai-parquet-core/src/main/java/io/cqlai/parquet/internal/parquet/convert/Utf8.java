package io.cqlai.parquet.internal.parquet.convert;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether bytes are text, by the rule of Cassandra's own check of {@code text}: sequences as UTF-8
 * has them, where zero may be two bytes and the halves of surrogate pairs may stand alone. What a
 * table holds passes, and is not rejected on its way back.
 */
final class Utf8 {

  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private Utf8() {}

  /** Returns the index of the first byte that is not ASCII, or the end. */
  static int asciiEnd(byte[] bytes, int from, int end) {
    int i = from;
    while (end - i >= Long.BYTES && ((long) LONG.get(bytes, i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < end && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /** Tells whether Cassandra takes bytes as text. */
  static boolean isText(byte[] bytes, int from, int end) {
    int i = asciiEnd(bytes, from, end);
    while (i < end) {
      int length = sequence(bytes, i, end);
      if (length == 0) {
        return false;
      }
      i = asciiEnd(bytes, i + length, end);
    }
    return true;
  }

  /** Returns the length of the sequence of two bytes or more that begins here, 0 for none. */
  private static int sequence(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    int length = first >= 0xf8 || first < 0xc0 ? 0 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (length == 0 || length > end - at) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    boolean tooLong =
        first == 0xc1
            || (first == 0xc0 && second != 0x80)
            || (first == 0xe0 && second < 0xa0)
            || (first == 0xf0 && second < 0x90);
    if (tooLong) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
