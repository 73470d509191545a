package io.cqlai.parquet.internal.parquet;

import java.io.OutputStream;

/** Gathers a page of a known size in one array, which is used again. */
final class ArraySink extends OutputStream {

  private byte[] array = new byte[0];
  private int size;

  /** Begins anew, with room for so many bytes. */
  void reset(int capacity) {
    if (array.length < capacity) {
      array = new byte[capacity];
    }
    size = 0;
  }

  /** Lets go of an array that is larger than so many bytes. */
  void shrink(int kept) {
    if (array.length > kept) {
      array = new byte[0];
    }
  }

  byte[] array() {
    return array;
  }

  @Override
  public void write(int value) {
    array[size++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    System.arraycopy(source, offset, array, size, length);
    size += length;
  }
}
