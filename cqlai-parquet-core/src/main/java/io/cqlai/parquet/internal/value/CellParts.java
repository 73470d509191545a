package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import javax.annotation.Nullable;

/**
 * The values that a cell is made of: elements, fields, keys and values (native protocol, version 5,
 * section 6).
 */
public final class CellParts {

  private CellParts() {}

  /** Takes the parts of a cell, one after the other. */
  @FunctionalInterface
  public interface Taker<E extends Exception> {

    /**
     * Takes one part.
     *
     * @param index from 0; in a map, keys have the even numbers, and their values follow them
     * @param part null for CQL's null, and for a field that the cell is too old to have
     * @return whether to go on
     * @throws E when it throws
     */
    boolean take(int index, CqlType type, @Nullable ByteBuffer part) throws E;
  }

  /**
   * Gives all parts of a cell; none where its type has no parts.
   *
   * @throws E when the taker throws
   * @throws IndexOutOfBoundsException when the bytes are no value of the type
   */
  public static <E extends Exception> void each(CqlType type, ByteBuffer cell, Taker<E> taker)
      throws E {
    if (type instanceof CqlType.ListOf list) {
      elements(list.element(), list.element(), 1, cell, taker);
    } else if (type instanceof CqlType.SetOf set) {
      elements(set.element(), set.element(), 1, cell, taker);
    } else if (type instanceof CqlType.MapOf map) {
      elements(map.key(), map.value(), 2, cell, taker);
    } else if (type instanceof CqlType.VectorOf vector) {
      vector(vector, cell, taker);
    } else {
      int at = cell.position();
      int count = fields(type);
      for (int i = 0; i < count; i++) {
        boolean missing = at == cell.limit();
        ByteBuffer part = missing ? null : value(cell, at);
        at += missing ? 0 : size(part);
        if (!taker.take(i, field(type, i), part)) {
          return;
        }
      }
    }
  }

  /** Returns how many fields a tuple or user-defined type has in a cell, which may end early. */
  public static int fieldsIn(CqlType type, ByteBuffer cell) {
    int at = cell.position();
    int count = 0;
    while (at < cell.limit() && count < fields(type)) {
      at += size(value(cell, at));
      count++;
    }
    return count;
  }

  /**
   * Returns the bytes that stand before the first part of a cell: those of the number of parts, or
   * none where the type says it.
   *
   * @return −1 where the number is none
   */
  static int countSize(CqlType type, ByteBuffer cell) {
    if (type instanceof CqlType.ListOf
        || type instanceof CqlType.SetOf
        || type instanceof CqlType.MapOf) {
      return cell.getInt(cell.position()) < 0 ? -1 : Integer.BYTES;
    }
    return 0;
  }

  /** Returns the bytes that a part takes within a cell of a type, with its length. */
  static int size(CqlType type, @Nullable ByteBuffer part) {
    if (!(type instanceof CqlType.VectorOf vector) || part == null) {
      return size(part);
    }
    boolean fixed = VectorLayout.fixedElementSize(vector.element()).isPresent();
    return part.remaining() + (fixed ? 0 : Vints.unsignedSize(part.remaining()));
  }

  private static int fields(CqlType type) {
    if (type instanceof CqlType.TupleOf tuple) {
      return tuple.components().size();
    }
    return type instanceof CqlType.UserDefined userDefined ? userDefined.fields().size() : 0;
  }

  private static CqlType field(CqlType type, int index) {
    return type instanceof CqlType.TupleOf tuple
        ? tuple.components().get(index)
        : ((CqlType.UserDefined) type).fields().get(index).type();
  }

  private static <E extends Exception> void elements(
      CqlType even, CqlType odd, int each, ByteBuffer cell, Taker<E> taker) throws E {
    long count = (long) each * cell.getInt(cell.position());
    int at = cell.position() + 4;
    for (int i = 0; i < count; i++) {
      ByteBuffer part = value(cell, at);
      at += size(part);
      if (!taker.take(i, i % 2 == 0 ? even : odd, part)) {
        return;
      }
    }
  }

  private static <E extends Exception> void vector(
      CqlType.VectorOf vector, ByteBuffer cell, Taker<E> taker) throws E {
    OptionalInt fixed = VectorLayout.fixedElementSize(vector.element());
    int at = cell.position();
    for (int i = 0; i < vector.dimensions(); i++) {
      int size = fixed.isPresent() ? fixed.getAsInt() : vintLength(cell, at);
      at += fixed.isPresent() ? 0 : Vints.size(cell.get(at));
      if (!taker.take(i, vector.element(), cell.slice(at, size))) {
        return;
      }
      at += size;
    }
  }

  private static int vintLength(ByteBuffer cell, int at) {
    long length = Vints.readUnsigned(cell, at);
    if (length < 0 || length > cell.remaining()) {
      throw new IndexOutOfBoundsException();
    }
    return (int) length;
  }

  /** Returns a value that has its length before it, or null for a length below 0. */
  @Nullable
  private static ByteBuffer value(ByteBuffer cell, int at) {
    int length = cell.getInt(at);
    return length < 0 ? null : cell.slice(at + 4, length);
  }

  private static int size(@Nullable ByteBuffer value) {
    return 4 + (value == null ? 0 : value.remaining());
  }
}
