package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.schema.CqlType;
import org.apache.parquet.schema.Type;

/**
 * A part of a file's schema and the CQL type that it is to become.
 *
 * @param type the part of the schema
 * @param cql the CQL type
 * @param definition the definition level from which on the part is there
 * @param repetition the repetition level of the repeated group around it
 * @param leaf the number in the schema of the first column within
 * @param part where in the column it is, for reasons: {@code "field street"}; empty for the column
 * @param repeats whether it repeats, and its occurrences together make a list or a map; not where
 *     it stands for one occurrence, the element of a list
 */
record Position(
    Type type,
    CqlType cql,
    int definition,
    int repetition,
    int leaf,
    String part,
    boolean repeats) {

  /**
   * Returns the position of a field.
   *
   * @param around the definition level from which on the group around the field is there
   */
  static Position ofField(
      Type type, CqlType cql, int around, int repetition, int leaf, String part) {
    int own = type.isRepetition(Type.Repetition.OPTIONAL) ? 1 : 0;
    boolean repeats = type.isRepetition(Type.Repetition.REPEATED);
    return new Position(type, cql, around + own, repetition, leaf, part, repeats);
  }

  /** Tells whether it is the value of a table's column, and not of a part of one. */
  boolean isCell() {
    return part.isEmpty();
  }

  /** Returns the words for a part of this one. */
  String within(String name) {
    return part.isEmpty() ? name : part + ", " + name;
  }

  /** Returns the levels of the elements, where this is a list or a map. */
  RepeatedLevels levels() {
    return new RepeatedLevels(definition, definition + 1, repetition, repetition + 1);
  }

  /** Returns how many columns a part of a schema has. */
  static int leaves(Type type) {
    if (type.isPrimitive()) {
      return 1;
    }
    return type.asGroupType().getFields().stream().mapToInt(Position::leaves).sum();
  }
}
