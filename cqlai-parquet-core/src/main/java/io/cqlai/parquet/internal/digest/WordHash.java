package io.cqlai.parquet.internal.digest;

import java.nio.ByteBuffer;

/**
 * MurmurHash3 in its form for 64-bit machines with 128 bits, over words of eight bytes instead of
 * bytes: what is hashed need not be brought together in memory first. Used by one thread at a time.
 *
 * @see <a
 *     href="https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp">MurmurHash3</a>
 */
final class WordHash {

  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private long high;
  private long low;
  private long first;
  private long words;

  /** Begins the next hash. */
  void begin(long seed) {
    high = seed;
    low = seed;
    words = 0;
  }

  /** Adds a word. */
  void add(long word) {
    if ((words++ & 1) == 0) {
      first = word;
    } else {
      mix(first, word);
    }
  }

  /** Adds what a buffer holds between position and limit, and how many bytes that are. */
  void add(ByteBuffer bytes) {
    int at = bytes.position();
    int limit = bytes.limit();
    add(limit - at);
    for (; limit - at >= Long.BYTES; at += Long.BYTES) {
      add(bytes.getLong(at));
    }
    if (at < limit) {
      add(rest(bytes, at, limit));
    }
  }

  private static long rest(ByteBuffer bytes, int from, int limit) {
    int at = from;
    long word = 0;
    if (limit - at >= Integer.BYTES) {
      word = bytes.getInt(at);
      at += Integer.BYTES;
    }
    for (; at < limit; at++) {
      word = word << Byte.SIZE | bytes.get(at) & 0xff;
    }
    return word;
  }

  /** Ends the hash, of which {@link #high()} and {@link #low()} give the halves. */
  void end() {
    long length = words * Long.BYTES;
    if ((words & 1) == 1) {
      mix(first, 0);
    }
    high ^= length;
    low ^= length;
    high += low;
    low += high;
    high = finished(high);
    low = finished(low);
    high += low;
    low += high;
  }

  private void mix(long one, long two) {
    high ^= Long.rotateLeft(one * C1, 31) * C2;
    high = (Long.rotateLeft(high, 27) + low) * 5 + 0x52dce729;
    low ^= Long.rotateLeft(two * C2, 33) * C1;
    low = (Long.rotateLeft(low, 31) + high) * 5 + 0x38495ab5;
  }

  private static long finished(long half) {
    long mixed = (half ^ half >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }
}
