package io.cqlai.parquet.internal.parquet.page;

/**
 * Walks over a structure in Thrift's compact protocol without building it, to see that its lengths
 * and counts fit into the bytes that are there. After that, the generated readers can take memory
 * only in proportion to those bytes.
 *
 * @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">
 *     Thrift compact protocol</a>
 */
public final class ThriftShape {

  /** What {@link #end} returns where the bytes end before the structure does. */
  public static final int INCOMPLETE = -1;

  /** The structures and lists of the Parquet format are not a third as deep. */
  private static final int MAX_DEPTH = 48;

  private static final int BYTE = 3;
  private static final int I16 = 4;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;
  private static final int UUID = 13;

  private final byte[] bytes;
  private final int limit;
  private int at;
  private boolean incomplete;

  private ThriftShape(byte[] bytes, int from, int limit) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
  }

  /**
   * Returns the index after a structure, or {@link #INCOMPLETE}.
   *
   * @param from where it begins
   * @param limit where the bytes end
   * @throws FileFault when what is there is no structure
   */
  public static int end(byte[] bytes, int from, int limit) {
    ThriftShape shape = new ThriftShape(bytes, from, limit);
    shape.struct(0);
    return shape.incomplete ? INCOMPLETE : shape.at;
  }

  private void struct(int depth) {
    while (!incomplete) {
      int header = next();
      if (incomplete || header == 0) {
        return;
      }
      if (header >> 4 == 0) {
        varint();
      }
      int type = header & 0xf;
      // The two booleans are their own values here.
      if (type > 2) {
        value(type, depth + 1);
      }
    }
  }

  /** Takes a value that stands so deep in others: lists and maps count as structures do. */
  private void value(int type, int depth) {
    if (depth > MAX_DEPTH) {
      throw FileFault.corrupt("metadata nested deeper than " + MAX_DEPTH + " levels");
    }
    switch (type) {
      case 1, 2, BYTE -> skip(1);
      case I16, I32, I64 -> varint();
      case DOUBLE -> skip(8);
      case BINARY -> skip(varint());
      case LIST, SET -> list(depth);
      case MAP -> map(depth);
      case STRUCT -> struct(depth);
      case UUID -> skip(16);
      default -> throw FileFault.corrupt("metadata with a value of unknown type " + type);
    }
  }

  private void list(int depth) {
    int header = next();
    int type = header & 0xf;
    long count = header >> 4 == 15 ? varint() : header >> 4;
    elements(count, count, type, type, depth);
  }

  private void map(int depth) {
    long count = varint();
    if (count != 0) {
      int types = next();
      elements(count, 2 * count, types >> 4, types & 0xf, depth);
    }
  }

  /** Each element takes a byte or more, so that a count cannot exceed the bytes that are left. */
  private void elements(long count, long atLeast, int first, int second, int depth) {
    if (count < 0) {
      throw FileFault.corrupt("metadata with a list of " + count + " elements");
    }
    if (atLeast > limit - at) {
      incomplete = true;
    }
    for (long i = 0; i < count && !incomplete; i++) {
      value(first, depth + 1);
      if (atLeast != count && !incomplete) {
        value(second, depth + 1);
      }
    }
  }

  private int next() {
    if (at >= limit) {
      incomplete = true;
      return 0;
    }
    return bytes[at++] & 0xff;
  }

  private void skip(long count) {
    if (count < 0) {
      throw FileFault.corrupt("metadata with a value of " + count + " bytes");
    }
    if (count > limit - at) {
      incomplete = true;
    } else {
      at += (int) count;
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = next();
      value |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw FileFault.corrupt("metadata with a number of more than ten bytes");
  }
}
