package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import java.math.BigInteger;

/**
 * Reads integers, and the unscaled values of decimals, from any physical type that can hold them.
 *
 * @see <a
 *     href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#numeric-types">
 *     Parquet Logical Type Definitions, Numeric Types</a>
 */
interface NumberSource {

  /**
   * Reads the next value.
   *
   * @return false where there is no number, which the column's issues have been told
   */
  boolean read(ValueDecoder in, WholeNumber into, ValueIssues issues);

  /** Returns the source for a column of integers or decimals. */
  static NumberSource of(Leaf leaf) {
    switch (leaf.kind()) {
      case UINT8:
        return masked(0xffL);
      case UINT16:
        return masked(0xffffL);
      case UINT32:
        return masked(0xffff_ffffL);
      case UINT64:
        return NumberSource::readUnsigned;
      default:
        break;
    }
    return switch (leaf.physical()) {
      case INT32 ->
          (in, into, issues) -> {
            into.set(in.readInt());
            return true;
          };
      case INT64 ->
          (in, into, issues) -> {
            into.set(in.readLong());
            return true;
          };
      default -> new Bytes();
    };
  }

  private static NumberSource masked(long mask) {
    return (in, into, issues) -> {
      into.set(in.readInt() & mask);
      return true;
    };
  }

  private static boolean readUnsigned(ValueDecoder in, WholeNumber into, ValueIssues issues) {
    long bits = in.readLong();
    if (bits >= 0) {
      into.set(bits);
    } else {
      into.set(new BigInteger(Long.toUnsignedString(bits)));
    }
    return true;
  }

  /** Two's complement, the most significant byte first. */
  final class Bytes implements NumberSource {
    private final ByteSlice value = new ByteSlice();

    @Override
    public boolean read(ValueDecoder in, WholeNumber into, ValueIssues issues) {
      in.readBytes(value);
      if (value.length == 0) {
        return issues.reject("a decimal of no bytes");
      }
      int start = value.offset;
      int end = value.offset + value.length;
      while (end - start > Long.BYTES && onlyRepeatsTheSign(start)) {
        start++;
      }
      if (end - start > Long.BYTES) {
        into.set(value.array, start, end);
      } else {
        long number = value.array[start];
        for (int i = start + 1; i < end; i++) {
          number = number << 8 | value.array[i] & 0xffL;
        }
        into.set(number);
      }
      return true;
    }

    /** Numbers are mostly small, and what DECIMAL(38, s) holds of them is mostly sign. */
    private boolean onlyRepeatsTheSign(int at) {
      byte sign = (byte) (value.array[at] >> 7);
      return value.array[at] == sign && (value.array[at + 1] ^ sign) >= 0;
    }
  }
}
