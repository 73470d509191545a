package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import javax.annotation.Nullable;

/** Prints one cell, its nested values too; see {@link CellText}. Ends soon after its limit. */
final class CellPrinter {

  private final StringBuilder out = new StringBuilder();
  private final int limit;

  /** Makes a printer that may stop once it has printed more than so many characters. */
  CellPrinter(int limit) {
    this.limit = limit;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  void plain(CqlType type, @Nullable ByteBuffer cell) {
    if (cell != null && type instanceof CqlType.Scalar scalar) {
      scalar(cell, ScalarText.plain(scalar, cell, limit));
    } else {
      literal(type, cell);
    }
  }

  void literal(CqlType type, @Nullable ByteBuffer cell) {
    if (cell == null) {
      out.append("null");
    } else if (type instanceof CqlType.Scalar scalar) {
      scalar(cell, ScalarText.literal(scalar, cell, limit));
    } else {
      int start = out.length();
      try {
        nested(type, cell);
      } catch (IndexOutOfBoundsException beyondTheCell) {
        // Some length within it is wrong: show what is there rather than a part of it.
        out.setLength(start);
        out.append(ScalarText.hex(cell, limit));
      }
    }
  }

  private void scalar(ByteBuffer cell, @Nullable String text) {
    out.append(text == null ? ScalarText.hex(cell, limit) : text);
  }

  private void nested(CqlType type, ByteBuffer cell) {
    if (type instanceof CqlType.ListOf list) {
      elements(list.element(), cell, '[', ']');
    } else if (type instanceof CqlType.SetOf set) {
      elements(set.element(), cell, '{', '}');
    } else if (type instanceof CqlType.MapOf map) {
      entries(map, cell);
    } else if (type instanceof CqlType.VectorOf vector) {
      vector(vector, cell);
    } else if (type instanceof CqlType.TupleOf tuple) {
      tuple(tuple, cell);
    } else if (type instanceof CqlType.UserDefined userDefined) {
      fields(userDefined, cell);
    } else {
      out.append(ScalarText.hex(cell, limit));
    }
  }

  private void elements(CqlType element, ByteBuffer cell, char open, char close) {
    int count = cell.getInt(cell.position());
    int at = cell.position() + 4;
    out.append(open);
    for (int i = 0; i < count && !isFull(); i++) {
      separate(i);
      at = value(element, cell, at);
    }
    out.append(close);
  }

  private void entries(CqlType.MapOf map, ByteBuffer cell) {
    int count = cell.getInt(cell.position());
    int at = cell.position() + 4;
    out.append('{');
    for (int i = 0; i < count && !isFull(); i++) {
      separate(i);
      at = value(map.key(), cell, at);
      out.append(": ");
      at = value(map.value(), cell, at);
    }
    out.append('}');
  }

  private void vector(CqlType.VectorOf vector, ByteBuffer cell) {
    OptionalInt fixed = VectorLayout.fixedElementSize(vector.element());
    int at = cell.position();
    out.append('[');
    for (int i = 0; i < vector.dimensions() && !isFull(); i++) {
      separate(i);
      int size = fixed.isPresent() ? fixed.getAsInt() : vintLength(cell, at);
      at += fixed.isPresent() ? 0 : Vints.size(cell.get(at));
      literal(vector.element(), part(cell, at, size));
      at += size;
    }
    out.append(']');
  }

  private static int vintLength(ByteBuffer cell, int at) {
    long length = Vints.readUnsigned(cell, at);
    if (length < 0 || length > cell.remaining()) {
      throw new IndexOutOfBoundsException();
    }
    return (int) length;
  }

  private void tuple(CqlType.TupleOf tuple, ByteBuffer cell) {
    int at = cell.position();
    out.append('(');
    for (int i = 0; i < tuple.components().size() && !isFull(); i++) {
      separate(i);
      at = valueOrMissing(tuple.components().get(i), cell, at);
    }
    out.append(')');
  }

  private void fields(CqlType.UserDefined type, ByteBuffer cell) {
    int at = cell.position();
    out.append('{');
    for (int i = 0; i < type.fields().size() && !isFull(); i++) {
      separate(i);
      CqlType.Field field = type.fields().get(i);
      out.append(CqlName.quoteIfNeeded(field.name())).append(": ");
      at = valueOrMissing(field.type(), cell, at);
    }
    out.append('}');
  }

  /** Prints a field; one that was added to the type after the value was written is null. */
  private int valueOrMissing(CqlType type, ByteBuffer cell, int at) {
    if (at == cell.limit()) {
      out.append("null");
      return at;
    }
    return value(type, cell, at);
  }

  /** Prints a value that has its length before it, and returns where it ends. */
  private int value(CqlType type, ByteBuffer cell, int at) {
    int length = cell.getInt(at);
    if (length < 0) {
      out.append("null");
      return at + 4;
    }
    literal(type, part(cell, at + 4, length));
    return at + 4 + length;
  }

  private static ByteBuffer part(ByteBuffer cell, int at, int length) {
    return cell.slice(at, length);
  }

  private void separate(int index) {
    if (index > 0) {
      out.append(", ");
    }
  }

  private boolean isFull() {
    return out.length() > limit;
  }
}
