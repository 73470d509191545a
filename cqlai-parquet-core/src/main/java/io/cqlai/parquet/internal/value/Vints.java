package io.cqlai.parquet.internal.value;

import java.nio.ByteBuffer;

/**
 * Numbers of one to nine bytes, as the native protocol has them in durations and vectors (version
 * 5, sections 3 and 6: "unsigned vint" and "vint"). The number of leading 1 bits in the first byte
 * is the number of bytes that follow; the rest is the value, the most significant byte first.
 */
public final class Vints {

  /** The size of the largest, in bytes. */
  public static final int MAX_SIZE = 9;

  private Vints() {}

  /** Returns how many bytes a value takes, taken as unsigned. */
  public static int unsignedSize(long value) {
    int bits = 64 - Long.numberOfLeadingZeros(value | 1);
    return bits > 56 ? MAX_SIZE : (bits + 6) / 7;
  }

  /**
   * Returns the size that a first byte announces, itself included.
   *
   * @param first the first byte of a vint
   */
  public static int size(byte first) {
    return first >= 0 ? 1 : Integer.numberOfLeadingZeros(~first) - 23;
  }

  /**
   * Reads an unsigned vint by absolute index.
   *
   * @param at the index of its first byte
   * @throws IndexOutOfBoundsException where the buffer ends within it
   */
  public static long readUnsigned(ByteBuffer source, int at) {
    byte first = source.get(at);
    int size = size(first);
    long value = size > 7 ? 0 : first & (0xff >> size);
    for (int i = 1; i < size; i++) {
      value = value << 8 | (source.get(at + i) & 0xff);
    }
    return value;
  }

  /**
   * Reads a signed vint by absolute index.
   *
   * @param at the index of its first byte
   * @throws IndexOutOfBoundsException where the buffer ends within it
   */
  public static long readSigned(ByteBuffer source, int at) {
    long raw = readUnsigned(source, at);
    return raw >>> 1 ^ -(raw & 1);
  }

  /** Returns a signed value as the unsigned one that stands for it: 0, −1, 1, −2 as 0, 1, 2, 3. */
  public static long zigZag(long value) {
    return value << 1 ^ value >> 63;
  }

  /**
   * Writes a value, taken as unsigned, in as few bytes as hold it.
   *
   * @param at the index of the first byte
   * @return how many bytes were written
   */
  public static int putUnsigned(long value, byte[] target, int at) {
    int size = unsignedSize(value);
    long rest = value;
    for (int i = size - 1; i >= 0; i--) {
      target[at + i] = (byte) rest;
      rest >>>= 8;
    }
    target[at] |= (byte) ~(0xff >> (size - 1));
    return size;
  }
}
