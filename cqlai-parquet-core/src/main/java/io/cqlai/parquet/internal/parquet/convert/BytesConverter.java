package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.UuidText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Values that are bytes in the file. */
abstract class BytesConverter implements ValueConverter {

  private final ByteSlice value = new ByteSlice();
  final ValueIssues issues;

  BytesConverter(ValueIssues issues) {
    this.issues = issues;
  }

  @Override
  public final boolean convert(ValueDecoder in, CellWriter out) {
    in.readBytes(value);
    return put(value, out);
  }

  abstract boolean put(ByteSlice bytes, CellWriter out);

  /** Returns the beginning of bytes, for a reason. */
  static String hex(ByteSlice bytes) {
    StringBuilder text = new StringBuilder("0x");
    for (int i = 0; i < Math.min(20, bytes.length); i++) {
      text.append(String.format("%02x", bytes.array[bytes.offset + i]));
    }
    return text.append(bytes.length > 20 ? "…" : "").toString();
  }

  /** Into the canonical text of a UUID. */
  static final class UuidToText extends BytesConverter {
    UuidToText(ValueIssues issues) {
      super(issues);
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      if (bytes.length != UnchangedBytes.Uuid.SIZE) {
        return issues.reject("a UUID of " + bytes.length + " bytes, and it has 16");
      }
      byte[] text = UuidText.format(ByteBuffer.wrap(bytes.array), bytes.offset);
      out.putBytes(text, 0, text.length);
      return true;
    }
  }

  /**
   * From an interval into a duration.
   *
   * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#interval">
   *     Parquet Logical Type Definitions, INTERVAL</a>
   */
  static final class IntervalToDuration extends BytesConverter {
    private static final int INTERVAL_BYTES = 12;
    private static final long NANOS_PER_MILLI = 1_000_000;

    IntervalToDuration(ValueIssues issues) {
      super(issues);
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      if (bytes.length != INTERVAL_BYTES) {
        return issues.reject("an interval of " + bytes.length + " bytes, and it has 12");
      }
      ByteBuffer parts =
          ByteBuffer.wrap(bytes.array, bytes.offset, bytes.length).order(ByteOrder.LITTLE_ENDIAN);
      int months = parts.getInt();
      int days = parts.getInt();
      if (months < 0 || days < 0) {
        return issues.reject("an interval of more months or days than a duration can have");
      }
      out.putSignedVint(months);
      out.putSignedVint(days);
      out.putSignedVint(Integer.toUnsignedLong(parts.getInt()) * NANOS_PER_MILLI);
      return true;
    }
  }

  /** From {@code 0x…} into the bytes of a type that only the server's class knows. */
  static final class HexToBytes extends BytesConverter {
    HexToBytes(ValueIssues issues) {
      super(issues);
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      String text = new String(bytes.array, bytes.offset, bytes.length, StandardCharsets.US_ASCII);
      if (bytes.length % 2 != 0 || !text.startsWith("0x")) {
        return issues.reject(ValueIssues.excerpt(text) + " is not of the form 0x…");
      }
      for (int i = 2; i < text.length(); i += 2) {
        int high = Character.digit(text.charAt(i), 16);
        int low = Character.digit(text.charAt(i + 1), 16);
        if (high < 0 || low < 0) {
          return issues.reject(ValueIssues.excerpt(text) + " is not of the form 0x…");
        }
        out.putByte(high << 4 | low);
      }
      return true;
    }
  }
}
