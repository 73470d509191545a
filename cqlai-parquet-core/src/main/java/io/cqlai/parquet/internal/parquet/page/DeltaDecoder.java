package io.cqlai.parquet.internal.parquet.page;

/**
 * Whole numbers as differences from the one before, packed by bits in blocks.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet,
 *     Encodings, Delta Encoding (DELTA_BINARY_PACKED)</a>
 */
final class DeltaDecoder extends ValueDecoder {

  private final byte[] bytes;
  private final int limit;
  private final int miniblocks;
  private final int perMiniblock;
  private final int total;
  private int at;
  private int read;
  private long value;
  private long minDelta;
  private int widths;
  private int miniblock;
  private int leftInMiniblock;
  private int miniblockEnd;
  private int width;
  private long buffer;
  private int bufferedBits;

  DeltaDecoder(byte[] bytes, int from, int limit) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
    int block = smallVarint();
    miniblocks = smallVarint();
    total = smallVarint();
    value = zigZag();
    if (miniblocks == 0 || block % miniblocks != 0 || block / miniblocks % 8 != 0 || block == 0) {
      throw FileFault.corrupt("blocks of " + block + " values in " + miniblocks + " parts");
    }
    perMiniblock = block / miniblocks;
    miniblock = miniblocks;
  }

  @Override
  public int readInt() {
    return (int) readLong();
  }

  @Override
  public long readLong() {
    if (read >= total) {
      throw tooFew();
    }
    if (read++ > 0) {
      if (leftInMiniblock == 0) {
        startMiniblock();
      }
      leftInMiniblock--;
      value += minDelta + unpack();
    }
    return value;
  }

  @Override
  public void skip() {
    readLong();
  }

  /** Passes over all values, before any was read, and returns the index after them. */
  int skipAll() {
    for (long left = total - 1L; left > 0; left -= perMiniblock) {
      startMiniblock();
      at = miniblockEnd;
    }
    read = total;
    return at;
  }

  private void startMiniblock() {
    if (miniblock == miniblocks) {
      minDelta = zigZag();
      widths = at;
      if (miniblocks > limit - at) {
        throw tooFew();
      }
      at += miniblocks;
      miniblock = 0;
    }
    width = bytes[widths + miniblock++] & 0xff;
    long size = (long) perMiniblock / 8 * width;
    if (width > 64) {
      throw FileFault.corrupt("differences of " + width + " bits");
    }
    // The last block may end with the last value, although a full one has padding.
    miniblockEnd = (int) Math.min(limit, at + size);
    leftInMiniblock = perMiniblock;
    buffer = 0;
    bufferedBits = 0;
  }

  private long unpack() {
    if (width <= 56) {
      return bits(width);
    }
    long low = bits(32);
    return low | bits(width - 32) << 32;
  }

  private long bits(int count) {
    while (bufferedBits < count) {
      if (at >= miniblockEnd) {
        throw tooFew();
      }
      buffer |= (bytes[at++] & 0xffL) << bufferedBits;
      bufferedBits += 8;
    }
    long number = buffer & (1L << count) - 1;
    buffer >>>= count;
    bufferedBits -= count;
    return number;
  }

  private long zigZag() {
    long coded = varint();
    return coded >>> 1 ^ -(coded & 1);
  }

  private int smallVarint() {
    long number = varint();
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw FileFault.corrupt("a block header with the number " + number);
    }
    return (int) number;
  }

  private long varint() {
    long number = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (at >= limit) {
        throw tooFew();
      }
      int next = bytes[at++];
      number |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw FileFault.corrupt("a block header with a number of more than ten bytes");
  }
}
