package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Looks whether the parts of a cell are all that there is in its bytes, so that it can be put
 * together again from them. Used by one thread.
 */
public final class CellCheck {

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer decoded = CharBuffer.allocate(1_024);

  /**
   * Tells whether a text is UTF-8. Cassandra takes more: halves of surrogate pairs, and a zero of
   * two bytes.
   *
   * @param cell bytes between position and limit
   */
  public boolean isUtf8(ByteBuffer cell) {
    if (isAscii(cell)) {
      return true;
    }
    ByteBuffer bytes = cell.duplicate();
    decoder.reset();
    CoderResult result;
    do {
      decoded.clear();
      result = decoder.decode(bytes, decoded, true);
    } while (result.isOverflow());
    return !result.isError();
  }

  private static boolean isAscii(ByteBuffer cell) {
    for (int i = cell.position(); i < cell.limit(); i++) {
      if (cell.get(i) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether a cell is made of its parts and nothing else, at any depth, all texts within it
   * being UTF-8.
   *
   * @param cell bytes between position and limit
   */
  public boolean isWhole(CqlType type, ByteBuffer cell) {
    if (type instanceof CqlType.Scalar scalar) {
      return !isText(scalar) || isUtf8(cell);
    }
    if (type instanceof CqlType.Custom || !cell.hasRemaining()) {
      return true;
    }
    try {
      return sizeOfParts(type, cell) == cell.remaining();
    } catch (IndexOutOfBoundsException beyondTheCell) {
      return false;
    }
  }

  /** Returns −1 where a part is not whole. */
  private long sizeOfParts(CqlType type, ByteBuffer cell) {
    long[] size = {CellParts.countSize(type, cell)};
    if (size[0] < 0) {
      return -1;
    }
    int most = size[0] > 0 ? Integer.MAX_VALUE : CellParts.fieldsIn(type, cell);
    CellParts.each(
        type,
        cell,
        (index, partType, part) -> {
          if (index >= most && !(type instanceof CqlType.VectorOf)) {
            return false;
          }
          if (part != null && !isWhole(partType, part)) {
            size[0] = -1;
            return false;
          }
          size[0] += CellParts.size(type, part);
          return true;
        });
    return size[0];
  }

  /** Tells whether the cells of a type are text. */
  public static boolean isText(CqlType type) {
    return type == CqlType.Scalar.TEXT || type == CqlType.Scalar.ASCII;
  }
}
