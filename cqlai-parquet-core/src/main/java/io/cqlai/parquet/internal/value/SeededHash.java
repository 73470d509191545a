package io.cqlai.parquet.internal.value;

import java.security.SecureRandom;

/**
 * A hash of bytes that nobody can find collisions for without this process's seed: the bytes are
 * the coefficients of a polynomial over the integers modulo 2^61 − 1, taken at a random point.
 */
final class SeededHash {

  private static final long PRIME = (1L << 61) - 1;

  /** Small enough that a product and what is added to it stay within 128 bits. */
  private static final long POINT = new SecureRandom().nextLong() >>> 4 | 1L << 32;

  private SeededHash() {}

  /** Returns the hash of the bytes between two places of an array. */
  static int of(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    int at = from;
    for (; at + Integer.BYTES <= to; at += Integer.BYTES) {
      long four =
          (bytes[at] & 0xffL) << 24
              | (bytes[at + 1] & 0xffL) << 16
              | (bytes[at + 2] & 0xffL) << 8
              | bytes[at + 3] & 0xffL;
      hash = next(hash, four);
    }
    for (; at < to; at++) {
      hash = next(hash, bytes[at] & 0xffL);
    }
    hash = next(hash, 0);
    return (int) (hash ^ hash >>> 29);
  }

  /** Returns {@code hash · POINT + added}, reduced to below 2^62. */
  private static long next(long hash, long added) {
    long high = Math.multiplyHigh(hash, POINT);
    long low = hash * POINT;
    long reduced = (low & PRIME) + (high << 3 | low >>> 61) + added;
    return (reduced & PRIME) + (reduced >>> 61);
  }
}
