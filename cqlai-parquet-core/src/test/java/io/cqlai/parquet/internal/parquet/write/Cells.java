package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.CellWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** Cells for tests, in the encoding of the native protocol. */
final class Cells {

  private Cells() {}

  static ByteBuffer text(String value) {
    return ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
  }

  static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }

  static ByteBuffer empty() {
    return ByteBuffer.allocate(0);
  }

  static ByteBuffer int8(int value) {
    return ByteBuffer.allocate(1).put(0, (byte) value);
  }

  static ByteBuffer int16(int value) {
    return ByteBuffer.allocate(2).putShort(0, (short) value);
  }

  static ByteBuffer int32(int value) {
    return ByteBuffer.allocate(4).putInt(0, value);
  }

  static ByteBuffer int64(long value) {
    return ByteBuffer.allocate(8).putLong(0, value);
  }

  static ByteBuffer uuid(UUID value) {
    return ByteBuffer.allocate(16)
        .putLong(0, value.getMostSignificantBits())
        .putLong(8, value.getLeastSignificantBits());
  }

  /** A list, a set, or, with keys and values in turns, a map of half as many entries. */
  static ByteBuffer counted(int count, ByteBuffer... values) {
    CellWriter out = new CellWriter();
    out.putInt(count);
    for (ByteBuffer value : values) {
      out.putValue(value);
    }
    return out.toBuffer();
  }

  static ByteBuffer list(ByteBuffer... elements) {
    return counted(elements.length, elements);
  }

  static ByteBuffer map(ByteBuffer... keysAndValues) {
    return counted(keysAndValues.length / 2, keysAndValues);
  }

  /** A tuple or a user-defined type. */
  static ByteBuffer fields(ByteBuffer... values) {
    CellWriter out = new CellWriter();
    for (ByteBuffer value : values) {
      out.putValue(value);
    }
    return out.toBuffer();
  }

  /** A vector of elements of a fixed size. */
  static ByteBuffer vector(ByteBuffer... elements) {
    CellWriter out = new CellWriter();
    for (ByteBuffer element : elements) {
      out.putBytes(element);
    }
    return out.toBuffer();
  }

  /** A vector of elements of any size. */
  static ByteBuffer vectorOfAnySize(ByteBuffer... elements) {
    CellWriter out = new CellWriter();
    for (ByteBuffer element : elements) {
      out.putUnsignedVint(element.remaining());
      out.putBytes(element);
    }
    return out.toBuffer();
  }
}
