package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.value.LossCounters.Counter;
import java.nio.ByteBuffer;

/**
 * Writes lists, sets, maps and vectors: a group of one repeated group, whose fields are the element
 * or the key and the value.
 */
final class ElementsWriter extends NestedWriter {

  private final Cursor cursor;
  private final Place place;

  /**
   * Where a collection is in the schema.
   *
   * @param nullDefinition the definition level of a null, or {@link FieldWriter#REQUIRED}
   * @param emptyDefinition the definition level of a collection that is there and has no element
   * @param repetition the repetition level of all elements but the first
   */
  record Place(int nullDefinition, int emptyDefinition, int repetition) {}

  /**
   * @param fields the writer of elements, or those of keys and values
   */
  ElementsWriter(Place place, Counter emptied, Cursor cursor, FieldWriter... fields) {
    super(place.nullDefinition, emptied, fields);
    this.place = place;
    this.cursor = cursor;
  }

  @Override
  void write(ByteBuffer value, int repetition) {
    cursor.start(value);
    int count = cursor.count();
    if (count <= 0) { // Cassandra takes a negative number of elements for none
      writeNull(repetition, place.emptyDefinition);
    }
    for (int i = 0; i < count; i++) {
      for (FieldWriter field : fields) {
        field.writeOrNull(
            cursor.advance() ? cursor.value() : null, i == 0 ? repetition : place.repetition);
      }
    }
  }
}
