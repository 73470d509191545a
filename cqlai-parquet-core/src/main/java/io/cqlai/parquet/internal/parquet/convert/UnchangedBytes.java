package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.value.CellWriter;

/** Values whose bytes are the same on both sides, once they were checked. */
public abstract class UnchangedBytes extends BytesConverter {

  UnchangedBytes(ValueIssues issues) {
    super(issues);
  }

  /** Tells whether a value fits; where not, the column's issues have been told. */
  public abstract boolean accepts(ByteSlice bytes);

  @Override
  final boolean put(ByteSlice bytes, CellWriter out) {
    if (!accepts(bytes)) {
      return false;
    }
    out.putBytes(bytes.array, bytes.offset, bytes.length);
    return true;
  }

  /** Any bytes. */
  static final class Blob extends UnchangedBytes {
    Blob(ValueIssues issues) {
      super(issues);
    }

    @Override
    public boolean accepts(ByteSlice bytes) {
      return true;
    }
  }

  /** What Cassandra takes as text. */
  static final class Text extends UnchangedBytes {
    Text(ValueIssues issues) {
      super(issues);
    }

    @Override
    public boolean accepts(ByteSlice bytes) {
      return Utf8.isText(bytes.array, bytes.offset, bytes.offset + bytes.length)
          || issues.reject(hex(bytes) + " is not text in UTF-8");
    }
  }

  /** Text of 7 bits. */
  static final class Ascii extends UnchangedBytes {
    Ascii(ValueIssues issues) {
      super(issues);
    }

    @Override
    public boolean accepts(ByteSlice bytes) {
      int end = bytes.offset + bytes.length;
      return Utf8.asciiEnd(bytes.array, bytes.offset, end) == end
          || issues.reject(ValueIssues.excerpt(bytes.text()) + " has a character beyond ASCII");
    }
  }

  /** A UUID, the most significant byte first. */
  static final class Uuid extends UnchangedBytes {
    static final int SIZE = 16;
    private final boolean timeBased;

    Uuid(ValueIssues issues, boolean timeBased) {
      super(issues);
      this.timeBased = timeBased;
    }

    @Override
    public boolean accepts(ByteSlice bytes) {
      if (bytes.length != SIZE) {
        return issues.reject("a UUID of " + bytes.length + " bytes, and it has 16");
      }
      return !timeBased
          || isTimeBased(bytes.array, bytes.offset)
          || issues.reject(hex(bytes) + " is a UUID that is not of version 1");
    }

    /** The version stands in the first half of the seventh byte (RFC 9562, section 4.2). */
    static boolean isTimeBased(byte[] uuid, int offset) {
      return (uuid[offset + 6] & 0xf0) == 0x10;
    }
  }
}
