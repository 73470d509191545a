package io.cqlai.parquet.internal.parquet.page;

/**
 * Small numbers in runs: a run is one number repeated, or numbers packed by bits. Takes no memory
 * for a run, whatever length it claims.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet,
 *     Encodings, Run Length Encoding / Bit-Packing Hybrid</a>
 */
final class HybridRle extends Levels {

  private final byte[] bytes;
  private final int limit;
  private final int width;
  private final int mask;
  private int at;
  private int left;
  private boolean repeated;
  private int value;
  private long bit;

  /**
   * Makes a decoder.
   *
   * @param width bits per number, 0 to 32
   */
  HybridRle(byte[] bytes, int from, int limit, int width) {
    if (width < 0 || width > 32) {
      throw FileFault.corrupt("numbers of " + width + " bits");
    }
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
    this.width = width;
    this.mask = width == 32 ? -1 : (1 << width) - 1;
  }

  /** Returns the next number; to be called as often as there are numbers, and not more. */
  @Override
  int next() {
    while (left == 0) {
      startRun();
    }
    left--;
    return repeated ? value : unpack();
  }

  @Override
  int takeAlike(int most) {
    if (!repeated) {
      return 0;
    }
    int taken = Math.min(left, most);
    left -= taken;
    return taken;
  }

  private int unpack() {
    int index = (int) (bit >>> 3);
    long bits =
        index <= bytes.length - Long.BYTES ? PlainDecoder.longAt(bytes, index) : lastBits(index);
    int number = (int) (bits >>> (bit & 7)) & mask;
    bit += width;
    if (bit > (long) limit << 3) {
      throw ValueDecoder.tooFew();
    }
    return number;
  }

  /** Returns the bits up to the end of the array, and zeros. */
  private long lastBits(int index) {
    long bits = 0;
    for (int i = bytes.length - 1; i >= index; i--) {
      bits = bits << 8 | bytes[i] & 0xff;
    }
    return bits;
  }

  private void startRun() {
    if (!repeated && bit != 0) {
      // The last run may be packed with more numbers than are used, and then end in the middle.
      at = (int) Math.min(limit, bit + 7 >>> 3);
    }
    int header = header();
    repeated = (header & 1) == 0;
    if (repeated) {
      left = header >>> 1;
      value = 0;
      for (int shift = 0; shift < width; shift += 8) {
        value |= (byteAt() & 0xff) << shift;
      }
      if ((value & ~mask) != 0) {
        throw FileFault.corrupt("a run of " + value + ", which does not fit " + width + " bits");
      }
    } else {
      int groups = header >>> 1;
      if (groups > Integer.MAX_VALUE / 8) {
        throw FileFault.corrupt("a packed run of " + groups + " groups");
      }
      left = groups * 8;
      bit = (long) at << 3;
    }
  }

  private int header() {
    int header = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = byteAt();
      header |= (next & 0x7f) << shift;
      if (next >= 0) {
        return header;
      }
    }
    throw FileFault.corrupt("a run header of more than five bytes");
  }

  private byte byteAt() {
    if (at >= limit) {
      throw ValueDecoder.tooFew();
    }
    return bytes[at++];
  }
}
