package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.parquet.page.ValueDecoder;

/** Reads FLOAT16, FLOAT and DOUBLE, each exactly, as a double. */
interface FloatingSource {

  /** Reads the next value. */
  double read(ValueDecoder in);

  /** Returns the source for a column of floating numbers. */
  static FloatingSource of(Leaf leaf) {
    return switch (leaf.kind()) {
      case FLOAT -> ValueDecoder::readFloat;
      case DOUBLE -> ValueDecoder::readDouble;
      case FLOAT16 -> new Half();
      default -> throw new IllegalArgumentException(leaf.kind().toString());
    };
  }

  /**
   * IEEE 754 numbers of 16 bits, the least significant byte first.
   *
   * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#float16">
   *     Parquet Logical Type Definitions, FLOAT16</a>
   */
  final class Half implements FloatingSource {
    private final ByteSlice value = new ByteSlice();

    @Override
    public double read(ValueDecoder in) {
      in.readBytes(value);
      if (value.length != 2) {
        throw FileFault.corrupt("a FLOAT16 of " + value.length + " bytes");
      }
      return decode(value.array[value.offset] & 0xff | value.array[value.offset + 1] << 8);
    }

    static float decode(int bits) {
      int sign = (bits & 0x8000) << 16;
      int exponent = bits >> 10 & 0x1f;
      int fraction = bits & 0x3ff;
      if (exponent == 0) {
        // Below the normal range of 16 bits, and well within that of 32.
        return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * 0x1p-24f));
      }
      int wide = exponent == 0x1f ? 0xff : exponent - 15 + 127;
      return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
  }
}
