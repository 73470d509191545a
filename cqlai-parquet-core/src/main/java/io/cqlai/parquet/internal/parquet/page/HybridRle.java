package io.cqlai.parquet.internal.parquet.page;

/**
 * Small numbers in runs: a run is one number repeated, or numbers packed by bits. Takes no memory
 * for a run, whatever length it claims.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet,
 *     Encodings, Run Length Encoding / Bit-Packing Hybrid</a>
 */
final class HybridRle {

  private final byte[] bytes;
  private final int limit;
  private final int width;
  private final int mask;
  private int at;
  private int left;
  private boolean repeated;
  private int value;
  private long buffer;
  private int bufferedBits;

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
  int next() {
    while (left == 0) {
      startRun();
    }
    left--;
    return repeated ? value : unpack();
  }

  private int unpack() {
    while (bufferedBits < width) {
      buffer |= (byteAt() & 0xffL) << bufferedBits;
      bufferedBits += 8;
    }
    int number = (int) buffer & mask;
    buffer >>>= width;
    bufferedBits -= width;
    return number;
  }

  private void startRun() {
    // The last run may be packed with more numbers than are used, and then end in the middle.
    buffer = 0;
    bufferedBits = 0;
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
      throw FileFault.corrupt("a page has fewer values than it says");
    }
    return bytes[at++];
  }
}
