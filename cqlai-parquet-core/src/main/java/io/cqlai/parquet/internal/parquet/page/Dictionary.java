package io.cqlai.parquet.internal.parquet.page;

import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The distinct values of a column chunk. Taken as a decoder it gives one entry, for each read that
 * one: see {@link #select}.
 */
public final class Dictionary extends ValueDecoder {

  private final byte[] bytes;
  private final int from;
  private final int width;
  private final int[] offsets;
  private final int size;
  private int selected;

  /**
   * Makes a dictionary of plain values.
   *
   * @param size how many values the page says there are
   * @param fixedLength the length of a FIXED_LEN_BYTE_ARRAY
   */
  Dictionary(byte[] bytes, int from, int limit, int size, PrimitiveTypeName type, int fixedLength) {
    this.bytes = bytes;
    this.from = from;
    this.size = size;
    this.width = ValueDecoders.width(type, fixedLength);
    int smallest = width < 0 ? 4 : width;
    if (size < 0 || smallest == 0 || (long) size * smallest > limit - from) {
      throw FileFault.corrupt(
          "a dictionary of " + size + " values in " + (limit - from) + " bytes");
    }
    this.offsets = width < 0 ? offsets(bytes, from, limit, size) : new int[0];
  }

  private static int[] offsets(byte[] bytes, int from, int limit, int size) {
    int[] offsets = new int[size + 1];
    PlainDecoder values = new PlainDecoder(bytes, from, limit, -1);
    ByteSlice value = new ByteSlice();
    for (int i = 0; i < size; i++) {
      values.readBytes(value);
      offsets[i] = value.offset;
      // The length before the next value stands between the two.
      offsets[i + 1] = value.offset + value.length + 4;
    }
    return offsets;
  }

  /** Returns how many entries there are. */
  public int size() {
    return size;
  }

  /**
   * Makes an entry the one that reads give.
   *
   * @throws FileFault when there is none of that number
   */
  public Dictionary select(int entry) {
    if (entry < 0 || entry >= size) {
      throw FileFault.corrupt("entry " + entry + " of a dictionary that has " + size);
    }
    selected = entry;
    return this;
  }

  @Override
  public int readInt() {
    return PlainDecoder.intAt(bytes, from + selected * 4);
  }

  @Override
  public long readLong() {
    return PlainDecoder.longAt(bytes, from + selected * 8);
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
    if (width < 0) {
      int start = offsets[selected];
      into.set(bytes, start, offsets[selected + 1] - 4 - start);
    } else {
      into.set(bytes, from + selected * width, width);
    }
  }

  @Override
  public void skip() {
    // An entry stays selected.
  }
}
