package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.VectorLayout;
import io.cqlai.parquet.internal.value.Vints;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Goes through the values that a collection, tuple, user-defined type or vector is made of, one
 * after the other (native protocol, version 5, section 6).
 */
abstract class Cursor {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private ByteBuffer view = NOTHING;
  private int next;
  private int end;

  /** Goes to the start of a value. */
  final void start(ByteBuffer value) {
    view = value.duplicate();
    next = value.position();
    end = value.limit();
  }

  /** Returns what goes through the elements of a collection or a vector. */
  static Cursor ofElements(CqlType type) {
    if (!(type instanceof CqlType.VectorOf vector)) {
      return new OfLengths();
    }
    OptionalInt size = VectorLayout.fixedElementSize(vector.element());
    return size.isPresent()
        ? new OfOneSize(vector.dimensions(), size.getAsInt())
        : new OfVints(vector.dimensions());
  }

  /** Returns the number of elements, which a list, set or map begins with: it is read once. */
  int count() {
    int count = view.getInt(next);
    next += 4;
    return count;
  }

  /** Tells whether all has been read. */
  final boolean atEnd() {
    return next >= end;
  }

  /**
   * Goes to the next value.
   *
   * @return whether it is one, and not null
   */
  abstract boolean advance();

  /** Returns the value that the cursor is at, between position and limit; valid until the next. */
  final ByteBuffer value() {
    return view;
  }

  private boolean take(int size, long length) {
    int from = next + size;
    if (length > end - from) {
      throw new IllegalArgumentException("an element of " + length + " bytes reaches past the end");
    }
    if (length < 0) {
      next = from;
      return false;
    }
    next = from + (int) length;
    // The limit first: a position beyond the old one would be refused.
    view.limit(next).position(from);
    return true;
  }

  /** Goes past a length of 32 bits. */
  final boolean takeInt() {
    view.limit(end);
    return take(4, view.getInt(next));
  }

  /** Takes so many bytes, with no length before them. */
  final boolean takeBytes(int length) {
    return take(0, length);
  }

  /** Goes past a length that is a vint. */
  final boolean takeVint() {
    view.limit(end);
    return take(Vints.size(view.get(next)), Vints.readUnsigned(view, next));
  }

  /** Each value has its length before it, 32 bits; a negative length is null. */
  private static final class OfLengths extends Cursor {
    @Override
    boolean advance() {
      return takeInt();
    }
  }

  /** As {@link OfLengths}; a value that is missing at the end is null. */
  static final class OfFields extends Cursor {
    @Override
    boolean advance() {
      return !atEnd() && takeInt();
    }
  }

  /** The type says how many values there are. */
  private abstract static class OfVector extends Cursor {
    private final int dimensions;

    OfVector(int dimensions) {
      this.dimensions = dimensions;
    }

    @Override
    final int count() {
      return dimensions;
    }
  }

  /** Each value has the same size. */
  private static final class OfOneSize extends OfVector {
    private final int size;

    OfOneSize(int dimensions, int size) {
      super(dimensions);
      this.size = size;
    }

    @Override
    boolean advance() {
      return takeBytes(size);
    }
  }

  /** Each value has its length before it, as an unsigned vint. */
  private static final class OfVints extends OfVector {
    OfVints(int dimensions) {
      super(dimensions);
    }

    @Override
    boolean advance() {
      return takeVint();
    }
  }
}
