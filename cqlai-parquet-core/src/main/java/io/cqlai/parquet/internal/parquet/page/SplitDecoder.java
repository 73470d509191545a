package io.cqlai.parquet.internal.parquet.page;

/**
 * Values of a fixed size whose first bytes stand together, then all the second bytes, and so on.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet,
 *     Encodings, Byte Stream Split</a>
 */
final class SplitDecoder extends ValueDecoder {

  private final byte[] bytes;
  private final int from;
  private final int width;
  private final int count;
  private final byte[] current;
  private int next;

  SplitDecoder(byte[] bytes, int from, int limit, int width) {
    if (width < 1 || (limit - from) % width != 0) {
      throw FileFault.corrupt((limit - from) + " bytes of values of " + width + " bytes each");
    }
    this.bytes = bytes;
    this.from = from;
    this.width = width;
    this.count = (limit - from) / width;
    this.current = new byte[Math.max(8, width)];
  }

  @Override
  public int readInt() {
    gather();
    return PlainDecoder.intAt(current, 0);
  }

  @Override
  public long readLong() {
    gather();
    return PlainDecoder.longAt(current, 0);
  }

  @Override
  public float readFloat() {
    return Float.intBitsToFloat(readInt());
  }

  @Override
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  @Override
  public void readBytes(ByteSlice into) {
    gather();
    into.set(current, 0, width);
  }

  @Override
  public void skip() {
    if (next++ >= count) {
      throw tooFew();
    }
  }

  private void gather() {
    int value = next;
    skip();
    for (int i = 0; i < width; i++) {
      current[i] = bytes[from + i * count + value];
    }
  }
}
