package io.cqlai.parquet.internal.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.annotation.Nullable;

/**
 * A growing buffer into which the bytes of CQL values are put. Lengths that stand before a value in
 * the native protocol (version 5, section 6) are filled in once the value is there, so that nested
 * values are written in one go. One writer is reused for many values by one thread.
 */
public final class CellWriter {

  private static final int LARGEST = Integer.MAX_VALUE - 8;
  private static final int LARGEST_COPIED = 1 << 20;
  private static final int LEAST = 256;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int size;

  /** Makes an empty writer. */
  public CellWriter() {
    this(LEAST);
  }

  /**
   * Makes an empty writer with room for some bytes before it has to grow.
   *
   * @param capacity in bytes, at least 1
   */
  public CellWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /** Forgets what was written; the memory is kept for the next value. */
  public void reset() {
    size = 0;
  }

  /** Returns how many bytes have been written. */
  public int size() {
    return size;
  }

  /**
   * Takes back everything written after a point.
   *
   * @param point an earlier result of {@link #size()}
   */
  public void truncate(int point) {
    if (point < 0 || point > size) {
      throw new IndexOutOfBoundsException("no such point: " + point + " of " + size);
    }
    size = point;
  }

  /** Puts one byte. */
  public void putByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /** Puts two bytes, the most significant first. */
  public void putShort(int value) {
    putByte(value >> 8);
    putByte(value);
  }

  /** Puts four bytes, the most significant first. */
  public void putInt(int value) {
    reserve(4);
    set(size, value);
    size += 4;
  }

  /** Puts eight bytes, the most significant first. */
  public void putLong(long value) {
    reserve(8);
    LONG.set(bytes, size, value);
    size += 8;
  }

  /** Puts the bits of a float, a NaN's payload included. */
  public void putFloat(float value) {
    putInt(Float.floatToRawIntBits(value));
  }

  /** Puts the bits of a double, a NaN's payload included. */
  public void putDouble(double value) {
    putLong(Double.doubleToRawLongBits(value));
  }

  /** Puts a number of one to nine bytes, taken as unsigned; see {@link Vints}. */
  public void putUnsignedVint(long value) {
    reserve(Vints.MAX_SIZE);
    size += Vints.putUnsigned(value, bytes, size);
  }

  /** Puts a signed number of one to nine bytes; see {@link Vints}. */
  public void putSignedVint(long value) {
    putUnsignedVint(Vints.zigZag(value));
  }

  /** Puts some bytes of an array. */
  public void putBytes(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Puts what a buffer holds between position and limit; the buffer stays as it is. */
  public void putBytes(ByteBuffer source) {
    int length = source.remaining();
    reserve(length);
    source.get(source.position(), bytes, size, length);
    size += length;
  }

  /** Puts a text in UTF-8. */
  public void putText(String text) {
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    putBytes(source, 0, source.length);
  }

  /** Puts a length and the buffer's bytes, or the length −1 for null. */
  public void putValue(@Nullable ByteBuffer value) {
    if (value == null) {
      putNull();
    } else {
      putInt(value.remaining());
      putBytes(value);
    }
  }

  /** Puts the length −1, which stands for null. */
  public void putNull() {
    putInt(-1);
  }

  /**
   * Begins a value that has its length before it. Values may be nested.
   *
   * @return the mark to end it with
   */
  public int beginValue() {
    putInt(0);
    return size;
  }

  /**
   * Ends a value: fills in its length.
   *
   * @param mark what {@link #beginValue()} returned
   */
  public void endValue(int mark) {
    set(mark - 4, size - mark);
  }

  /**
   * Ends a value that has turned out to be null: takes back what was put of it.
   *
   * @param mark what {@link #beginValue()} returned
   */
  public void endNull(int mark) {
    set(mark - 4, -1);
    size = mark;
  }

  /**
   * Begins a value that has its length before it as an unsigned vint, as elements of a vector have
   * whose type has no fixed size.
   *
   * @return the mark to end it with
   */
  public int beginVintValue() {
    putByte(0);
    return size;
  }

  /**
   * Ends a value begun with {@link #beginVintValue()}: fills in its length.
   *
   * @param mark what {@link #beginVintValue()} returned
   */
  public void endVintValue(int mark) {
    int length = size - mark;
    int more = Vints.unsignedSize(length) - 1;
    if (more > 0) {
      reserve(more);
      System.arraycopy(bytes, mark, bytes, mark + more, length);
      size += more;
    }
    Vints.putUnsigned(length, bytes, mark - 1);
  }

  /**
   * Begins a collection: leaves room for the number of its elements.
   *
   * @return the mark to end it with
   */
  public int beginCollection() {
    putInt(0);
    return size;
  }

  /**
   * Ends a collection: fills in the number of its elements, or of its entries.
   *
   * @param mark what {@link #beginCollection()} returned
   */
  public void endCollection(int mark, int count) {
    set(mark - 4, count);
  }

  /**
   * Tells whether two parts of what was written are the same bytes.
   *
   * @param first where one begins: an earlier result of {@link #size()}
   * @param second where the other begins
   * @param length how many bytes each has
   */
  public boolean isSame(int first, int second, int length) {
    return Arrays.equals(bytes, first, first + length, bytes, second, second + length);
  }

  /**
   * Returns a hash of the bytes that were written after a point, which is another one in each
   * process: no file can be made of values whose hashes are the same.
   */
  public int hash(int point) {
    return SeededHash.of(bytes, point, size);
  }

  /** Returns everything written, without a copy where it is large; the writer is empty after it. */
  public ByteBuffer take() {
    ByteBuffer taken;
    if (size > LARGEST_COPIED) {
      taken = ByteBuffer.wrap(bytes, 0, size).slice();
      bytes = new byte[LEAST];
    } else {
      taken = toBuffer();
    }
    size = 0;
    return taken;
  }

  /** Returns everything written, shared: it is valid until the next call of another method. */
  public ByteBuffer view() {
    return ByteBuffer.wrap(bytes, 0, size);
  }

  /** Returns a copy of everything written. */
  public ByteBuffer toBuffer() {
    return toBuffer(0);
  }

  /** Returns a copy of everything written, as an array of its own. */
  public byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  /**
   * Returns a copy of what was written after a point.
   *
   * @param point an earlier result of {@link #size()}
   */
  public ByteBuffer toBuffer(int point) {
    return ByteBuffer.wrap(Arrays.copyOfRange(bytes, point, size));
  }

  private void set(int at, int value) {
    INT.set(bytes, at, value);
  }

  /** Makes room; a value of 2 GiB ends in {@link BufferOverflowException}. */
  private void reserve(int more) {
    if (more > bytes.length - size) {
      long needed = (long) size + more;
      if (needed > LARGEST) {
        throw new BufferOverflowException();
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(needed, bytes.length * 2L)));
    }
  }
}
