package io.cqlai.parquet.internal.parquet.page;

import java.nio.charset.StandardCharsets;

/**
 * Some bytes of an array, set anew for each value so that nothing is made per value. What it shows
 * is valid until it is set again.
 */
public final class ByteSlice {

  /** The array; not to be changed by those who read. */
  public byte[] array = new byte[0];

  /** Where the bytes begin in the array. */
  public int offset;

  /** How many bytes there are. */
  public int length;

  /** Shows other bytes. */
  public void set(byte[] newArray, int newOffset, int newLength) {
    array = newArray;
    offset = newOffset;
    length = newLength;
  }

  /** Returns the bytes as text in UTF-8. */
  public String text() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }
}
