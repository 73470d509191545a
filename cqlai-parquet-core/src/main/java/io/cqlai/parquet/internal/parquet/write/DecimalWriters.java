package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.Form;
import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.internal.value.LossCounters.Counter;
import io.cqlai.parquet.internal.value.Varints;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.apache.parquet.io.api.Binary;

/**
 * Writers of decimals, and of varints as decimals without a fraction. That a value fits has been
 * checked before.
 */
final class DecimalWriters {

  private DecimalWriters() {}

  /** Returns the writer for the storage that a decimal's precision asks for. */
  static ValueWriter of(Form.Decimal form, Numbers numbers, Counter emptied) {
    return switch (form.physical()) {
      case INT32 -> new InInt(numbers, emptied);
      case INT64 -> new InLong(numbers, emptied);
      case FIXED_LEN_BYTE_ARRAY -> new Fixed(form, numbers, emptied);
      default -> new Minimal(numbers, emptied);
    };
  }

  /** How the unscaled value, at the scale of the file, is taken from a cell. */
  abstract static class Numbers {
    abstract long toLong(ByteBuffer cell);

    abstract void toBytes(ByteBuffer cell, byte[] target);

    abstract BigInteger toBigInteger(ByteBuffer cell);

    static Numbers ofVarint() {
      return new Numbers() {
        @Override
        long toLong(ByteBuffer cell) {
          return Varints.toLong(cell);
        }

        @Override
        void toBytes(ByteBuffer cell, byte[] target) {
          Varints.toBytes(cell, target);
        }

        @Override
        BigInteger toBigInteger(ByteBuffer cell) {
          return Varints.toBigInteger(cell);
        }
      };
    }

    static Numbers ofDecimal(int scale) {
      return new Numbers() {
        @Override
        long toLong(ByteBuffer cell) {
          return Decimals.toLong(cell, scale);
        }

        @Override
        void toBytes(ByteBuffer cell, byte[] target) {
          Decimals.toBytes(cell, scale, target);
        }

        @Override
        BigInteger toBigInteger(ByteBuffer cell) {
          return Decimals.toBigDecimal(cell).setScale(scale).unscaledValue();
        }
      };
    }
  }

  private static final class InInt extends ValueWriter.OfSomeSize {
    private final Numbers numbers;

    InInt(Numbers numbers, Counter emptied) {
      super(emptied);
      this.numbers = numbers;
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addInteger((int) numbers.toLong(value));
    }
  }

  private static final class InLong extends ValueWriter.OfSomeSize {
    private final Numbers numbers;

    InLong(Numbers numbers, Counter emptied) {
      super(emptied);
      this.numbers = numbers;
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addLong(numbers.toLong(value));
    }
  }

  private static final class Fixed extends ValueWriter.OfSomeSize {
    private final Numbers numbers;
    private final byte[] bytes;
    private final Binary binary;

    Fixed(Form.Decimal form, Numbers numbers, Counter emptied) {
      super(emptied);
      this.numbers = numbers;
      this.bytes = new byte[Decimals.byteSize(form.precision())];
      this.binary = Binary.fromReusedByteArray(bytes);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      numbers.toBytes(value, bytes);
      out.addBinary(binary);
    }
  }

  private static final class Minimal extends ValueWriter.OfSomeSize {
    private final Numbers numbers;

    Minimal(Numbers numbers, Counter emptied) {
      super(emptied);
      this.numbers = numbers;
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addBinary(Binary.fromConstantByteArray(numbers.toBigInteger(value).toByteArray()));
    }
  }
}
