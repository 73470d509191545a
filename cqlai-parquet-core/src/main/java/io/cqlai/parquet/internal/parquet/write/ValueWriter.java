package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.LossCounters.Counter;
import java.nio.ByteBuffer;

/**
 * Writes the values of one column of a file. Made once for an encoder, used for each value with its
 * bytes between position and limit of a buffer, which it reads by absolute index.
 */
abstract class ValueWriter {

  /**
   * Tells whether there is a value to write; asked exactly once for each that is not null.
   * Zero-length values of types that have none become null here, and are counted.
   *
   * @param length of the value in bytes
   */
  abstract boolean present(int length);

  /** Tells whether a value is at least one byte, and counts it where it is not. */
  static boolean isSome(int length, Counter emptied) {
    if (length == 0) {
      emptied.increment();
    }
    return length != 0;
  }

  /** Writes a value that is present. */
  abstract void write(ByteBuffer value, ColumnTarget out);

  /** Values that are any bytes, none at all included. */
  abstract static class OfAnySize extends ValueWriter {
    @Override
    final boolean present(int length) {
      return true;
    }
  }

  /** Values that are at least one byte. */
  abstract static class OfSomeSize extends ValueWriter {
    private final Counter emptied;

    /**
     * @param emptied counts the zero-length values that become null
     */
    OfSomeSize(Counter emptied) {
      this.emptied = emptied;
    }

    @Override
    boolean present(int length) {
      return isSome(length, emptied);
    }
  }

  /** Values that always have the same size. */
  abstract static class OfOneSize extends OfSomeSize {
    private final int size;

    /**
     * @param size in bytes
     * @param emptied counts the zero-length values that become null
     */
    OfOneSize(int size, Counter emptied) {
      super(emptied);
      this.size = size;
    }

    @Override
    final boolean present(int length) {
      if (length != size && length != 0) {
        throw new IllegalArgumentException("a value of " + length + " bytes, not " + size);
      }
      return super.present(length);
    }
  }
}
