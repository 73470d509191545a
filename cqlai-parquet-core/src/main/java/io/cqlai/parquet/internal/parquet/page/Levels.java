package io.cqlai.parquet.internal.parquet.page;

import org.apache.parquet.format.Encoding;

/**
 * The repetition or definition levels of one data page.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/nestedencoding/">Parquet, Nested
 *     Encoding</a>
 */
abstract class Levels {

  /** Returns the next level, which may be any number. */
  abstract int next();

  /**
   * Passes over levels that are the same as the last one, as far as they are known to be, and
   * returns how many.
   *
   * @param most how many at most
   */
  int takeAlike(int most) {
    return 0;
  }

  /** Levels of a column that has only one. */
  static final Levels ZERO =
      new Levels() {
        @Override
        int next() {
          return 0;
        }

        @Override
        int takeAlike(int most) {
          return most;
        }
      };

  /** Levels in runs, from one index to another. */
  static Levels runs(byte[] bytes, int from, int limit, int max) {
    return new HybridRle(bytes, from, limit, width(max));
  }

  /**
   * Returns how many bytes the levels take at the beginning of a page of version 1.
   *
   * @param count how many levels there are
   */
  static int size(byte[] bytes, int from, int limit, Encoding encoding, int max, int count) {
    if (max == 0) {
      return 0;
    }
    long size;
    if (encoding == Encoding.RLE) {
      if (limit - from < 4) {
        throw ValueDecoder.tooFew();
      }
      size = 4L + PlainDecoder.intAt(bytes, from);
    } else if (encoding == Encoding.BIT_PACKED) {
      size = ((long) count * width(max) + 7) / 8;
    } else {
      throw FileFault.corrupt("levels in the encoding " + encoding);
    }
    if (size < 0 || size > limit - from || (encoding == Encoding.RLE && size < 4)) {
      throw FileFault.corrupt("levels of " + size + " bytes in a page of " + (limit - from));
    }
    return (int) size;
  }

  /** Opens levels of a page of version 1, whose size {@link #size} gave. */
  static Levels open(byte[] bytes, int from, int size, Encoding encoding, int max) {
    if (max == 0) {
      return ZERO;
    }
    if (encoding == Encoding.RLE) {
      return runs(bytes, from + 4, from + size, max);
    }
    return new Packed(bytes, from, from + size, width(max));
  }

  private static int width(int max) {
    return 32 - Integer.numberOfLeadingZeros(max);
  }

  /** Levels of a fixed number of bits, the most significant first: files from before 2014. */
  private static final class Packed extends Levels {
    private final byte[] bytes;
    private final int limit;
    private final int width;
    private int at;
    private int bit;

    Packed(byte[] bytes, int from, int limit, int width) {
      this.bytes = bytes;
      this.at = from;
      this.limit = limit;
      this.width = width;
    }

    @Override
    int next() {
      int level = 0;
      for (int i = 0; i < width; i++) {
        if (at >= limit) {
          throw ValueDecoder.tooFew();
        }
        level = level << 1 | bytes[at] >> 7 - bit & 1;
        if (++bit == 8) {
          bit = 0;
          at++;
        }
      }
      return level;
    }
  }
}
