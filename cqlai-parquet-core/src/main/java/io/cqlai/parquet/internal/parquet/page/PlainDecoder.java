package io.cqlai.parquet.internal.parquet.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Values as they are: numbers with the least significant byte first, booleans as bits, bytes with
 * their length before them unless the type fixes it.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet,
 *     Encodings, Plain</a>
 */
final class PlainDecoder extends ValueDecoder {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int limit;
  private final int width;
  private int at;
  private int bit;

  /**
   * Makes a decoder.
   *
   * @param width the bytes of each value; 0 for booleans, −1 where each has its length before it
   */
  PlainDecoder(byte[] bytes, int from, int limit, int width) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
    this.width = width;
  }

  static int intAt(byte[] bytes, int index) {
    return (int) INT.get(bytes, index);
  }

  static long longAt(byte[] bytes, int index) {
    return (long) LONG.get(bytes, index);
  }

  @Override
  public int readInt() {
    return intAt(bytes, take(4));
  }

  @Override
  public long readLong() {
    return longAt(bytes, take(8));
  }

  @Override
  public float readFloat() {
    return Float.intBitsToFloat(intAt(bytes, take(4)));
  }

  @Override
  public double readDouble() {
    return Double.longBitsToDouble(longAt(bytes, take(8)));
  }

  @Override
  public boolean readBoolean() {
    if (at >= limit) {
      throw tooFew();
    }
    boolean value = (bytes[at] >> bit & 1) != 0;
    if (++bit == 8) {
      bit = 0;
      at++;
    }
    return value;
  }

  @Override
  public void readBytes(ByteSlice into) {
    int length = width < 0 ? readInt() : width;
    if (length < 0) {
      throw FileFault.corrupt("a value of " + length + " bytes");
    }
    into.set(bytes, take(length), length);
  }

  @Override
  public void skip() {
    if (width == 0) {
      readBoolean();
    } else {
      int length = width < 0 ? readInt() : width;
      if (length < 0) {
        throw FileFault.corrupt("a value of " + length + " bytes");
      }
      take(length);
    }
  }

  private int take(int length) {
    int start = at;
    if (length > limit - start) {
      throw tooFew();
    }
    at = start + length;
    return start;
  }
}
