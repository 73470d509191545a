package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.internal.value.LossCounters.Counter;
import io.cqlai.parquet.internal.value.UuidText;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;

/**
 * Writers of bytes and text. Parquet keeps some of the values that it is given: in dictionaries,
 * and as the least and greatest. All are handed over as bytes that will be used again, so that it
 * copies what it keeps: otherwise one small element would hold the whole collection that it is in.
 */
final class BytesWriters {

  private BytesWriters() {}

  static Binary binary(ByteBuffer value) {
    return binary(value, value.position(), value.remaining());
  }

  static Binary binary(ByteBuffer value, int at, int length) {
    return value.hasArray()
        ? Binary.fromReusedByteArray(value.array(), value.arrayOffset() + at, length)
        : Binary.fromReusedByteBuffer(value, at, length);
  }

  /** Text, a blob, or the bytes of a custom type as they are. */
  static final class AsTheyAre extends ValueWriter.OfAnySize {
    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addBinary(binary(value));
    }
  }

  /** The 16 bytes of a UUID. */
  static final class OfUuid extends ValueWriter.OfOneSize {
    OfUuid(Counter emptied) {
      super(16, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addBinary(binary(value));
    }
  }

  /** The 36 characters of a UUID. */
  static final class OfUuidText extends ValueWriter.OfOneSize {
    private final byte[] text = new byte[UuidText.LENGTH];
    private final Binary binary = Binary.fromReusedByteArray(text);

    OfUuidText(Counter emptied) {
      super(16, emptied);
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      UuidText.format(value, value.position(), text, 0);
      out.addBinary(binary);
    }
  }

  /** The text of a value of a type that has no zero-length value. */
  static final class OfText extends ValueWriter.OfSomeSize {
    private final Function<ByteBuffer, String> format;

    OfText(Counter emptied, Function<ByteBuffer, String> format) {
      super(emptied);
      this.format = format;
    }

    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addBinary(Binary.fromString(format.apply(value)));
    }
  }

  /** Any bytes as {@code 0x} and two hexadecimal digits for each. */
  static final class OfHex extends ValueWriter.OfAnySize {
    @Override
    void write(ByteBuffer value, ColumnTarget out) {
      out.addBinary(Binary.fromConstantByteArray(CellText.hex(value)));
    }
  }
}
