package io.cqlai.parquet.benchmarks.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Cells in the encoding of the native protocol (version 5, section 6). */
final class Cells {

  private static final int DAY_ZERO = 1 << 31;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_2 = 1L << 63;

  private Cells() {}

  static ByteBuffer ofInt(int value) {
    return ByteBuffer.allocate(4).putInt(0, value);
  }

  static ByteBuffer ofLong(long value) {
    return ByteBuffer.allocate(8).putLong(0, value);
  }

  static ByteBuffer ofFloat(float value) {
    return ByteBuffer.allocate(4).putFloat(0, value);
  }

  static ByteBuffer ofDouble(double value) {
    return ByteBuffer.allocate(8).putDouble(0, value);
  }

  static ByteBuffer ofBoolean(boolean value) {
    return ByteBuffer.allocate(1).put(0, (byte) (value ? 1 : 0));
  }

  static ByteBuffer ofText(String value) {
    return ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
  }

  static ByteBuffer ofDay(int daysSince1970) {
    return ofInt(daysSince1970 + DAY_ZERO);
  }

  static ByteBuffer ofRandomUuid(SplittableRandom random) {
    long most = random.nextLong() & ~0xf000L | VERSION_4;
    long least = random.nextLong() >>> 2 | VARIANT_2;
    return ByteBuffer.allocate(16).putLong(0, most).putLong(8, least);
  }

  /** A decimal whose digits fit an int. */
  static ByteBuffer ofDecimal(int unscaled, int scale) {
    return ByteBuffer.allocate(8).putInt(0, scale).putInt(4, unscaled);
  }

  /** A list, or a map as keys and values in turns. */
  static ByteBuffer ofCollection(int count, ByteBuffer... values) {
    int size = 4;
    for (ByteBuffer value : values) {
      size += 4 + value.remaining();
    }
    ByteBuffer cell = ByteBuffer.allocate(size).putInt(count);
    for (ByteBuffer value : values) {
      cell.putInt(value.remaining()).put(value.duplicate());
    }
    return cell.flip();
  }
}
