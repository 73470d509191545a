package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.LossCounters.Counter;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;
import org.apache.parquet.example.data.Group;

/**
 * Writes lists, sets, maps and vectors: a group of one repeated group, whose fields are the element
 * or the key and the value.
 */
final class ElementsWriter extends ValueWriter.OfSomeSize {

  /** Elements whose number stands before them. */
  private static final int COUNTED = -1;

  private final Cursor cursor;
  private final int dimensions;
  private final Elements elements = new Elements();
  private final Element element;

  private ElementsWriter(Counter emptied, Cursor cursor, int dimensions, ValueWriter... fields) {
    super(emptied);
    this.cursor = cursor;
    this.dimensions = dimensions;
    this.element = new Element(fields);
  }

  /** Returns a writer of lists and sets, by the writer of their elements; or maps, by two. */
  static ElementsWriter ofCollection(Counter emptied, ValueWriter... fields) {
    return new ElementsWriter(emptied, new Cursor.OfLengths(), COUNTED, fields);
  }

  /** Returns a writer of vectors. */
  static ElementsWriter ofVector(
      Counter emptied, Cursor cursor, int dimensions, ValueWriter element) {
    return new ElementsWriter(emptied, cursor, dimensions, element);
  }

  @Override
  Group group(ByteBuffer value) {
    cursor.start(value);
    elements.count = dimensions == COUNTED ? cursor.count() : dimensions;
    return elements;
  }

  private final class Elements extends FlyweightGroup {
    private int count;

    @Override
    public int getFieldRepetitionCount(int field) {
      return count;
    }

    @Override
    public Group getGroup(int field, int index) {
      return element;
    }
  }

  private final class Element extends FieldsGroup {
    Element(ValueWriter... fields) {
      super(fields);
    }

    @Override
    @Nullable
    ByteBuffer value(int field) {
      return cursor.advance() ? cursor.value() : null;
    }
  }
}
