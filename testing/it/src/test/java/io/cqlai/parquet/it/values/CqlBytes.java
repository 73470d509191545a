package io.cqlai.parquet.it.values;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.annotation.Nullable;

/** Makes the bytes of CQL values, as the native protocol v5 has them (section 6). */
public final class CqlBytes {

  private CqlBytes() {}

  /** No bytes at all, which is not null. */
  public static ByteBuffer empty() {
    return ByteBuffer.allocate(0);
  }

  /** These bytes. */
  public static ByteBuffer hex(String digits) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(digits));
  }

  /** The UTF-8 of a text. */
  public static ByteBuffer text(String value) {
    return ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A tinyint, or a boolean. */
  public static ByteBuffer int8(int value) {
    return ByteBuffer.wrap(new byte[] {(byte) value});
  }

  /** A smallint. */
  public static ByteBuffer int16(int value) {
    return ByteBuffer.allocate(2).putShort(0, (short) value);
  }

  /** An int, or the bits of a float, or of a date. */
  public static ByteBuffer int32(int value) {
    return ByteBuffer.allocate(4).putInt(0, value);
  }

  /** A bigint, a timestamp, a time, or the bits of a double. */
  public static ByteBuffer int64(long value) {
    return ByteBuffer.allocate(8).putLong(0, value);
  }

  /** A uuid or timeuuid. */
  public static ByteBuffer uuid(String text) {
    UUID uuid = UUID.fromString(text);
    return ByteBuffer.allocate(16)
        .putLong(0, uuid.getMostSignificantBits())
        .putLong(8, uuid.getLeastSignificantBits());
  }

  /** A varint in as few bytes as it needs. */
  public static ByteBuffer varint(String digits) {
    return ByteBuffer.wrap(new BigInteger(digits).toByteArray());
  }

  /** A decimal with the scale that its text shows. */
  public static ByteBuffer decimal(String text) {
    BigDecimal value = new BigDecimal(text);
    byte[] unscaled = value.unscaledValue().toByteArray();
    return ByteBuffer.allocate(4 + unscaled.length).putInt(value.scale()).put(unscaled).rewind();
  }

  /** A duration of three signed vints (section 5.4). */
  public static ByteBuffer duration(long months, long days, long nanos) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    vint(out, months);
    vint(out, days);
    vint(out, nanos);
    return ByteBuffer.wrap(out.toByteArray());
  }

  /** A list or a set. */
  public static ByteBuffer elements(List<ByteBuffer> elements) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, int32(elements.size()));
    elements.forEach(element -> putWithLength(out, element));
    return ByteBuffer.wrap(out.toByteArray());
  }

  /** A map, given as key, value, key, value. */
  public static ByteBuffer entries(List<ByteBuffer> keysAndValues) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, int32(keysAndValues.size() / 2));
    keysAndValues.forEach(part -> putWithLength(out, part));
    return ByteBuffer.wrap(out.toByteArray());
  }

  /** A tuple or a user-defined type; it may have fewer fields than its type. */
  public static ByteBuffer fields(List<ByteBuffer> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach(field -> putWithLength(out, field));
    return ByteBuffer.wrap(out.toByteArray());
  }

  /** A vector, its elements one after the other, with their lengths where they vary. */
  public static ByteBuffer vector(List<ByteBuffer> elements, boolean lengths) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (ByteBuffer element : elements) {
      if (lengths) {
        unsignedVint(out, element.remaining());
      }
      put(out, element);
    }
    return ByteBuffer.wrap(out.toByteArray());
  }

  private static void put(ByteArrayOutputStream out, ByteBuffer bytes) {
    out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  private static void putWithLength(ByteArrayOutputStream out, @Nullable ByteBuffer bytes) {
    put(out, int32(bytes == null ? -1 : bytes.remaining()));
    if (bytes != null) {
      put(out, bytes);
    }
  }

  private static void vint(ByteArrayOutputStream out, long value) {
    unsignedVint(out, value << 1 ^ value >> 63);
  }

  private static void unsignedVint(ByteArrayOutputStream out, long value) {
    int extra = 0;
    while (extra < 8 && value >>> 7 * (extra + 1) != 0) {
      extra++;
    }
    if (extra == 8) {
      out.write(0xff);
    } else {
      out.write((int) (value >>> 8 * extra) | 0xff << 8 - extra & 0xff);
    }
    for (int shift = 8 * (extra - 1); shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }
}
