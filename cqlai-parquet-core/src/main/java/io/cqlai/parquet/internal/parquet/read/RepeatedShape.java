package io.cqlai.parquet.internal.parquet.read;

import javax.annotation.Nullable;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/**
 * The shapes in which files have had lists and maps.
 *
 * @param repeated the field that repeats: one occurrence per element
 * @param inner the element, where it is the only field within that; null where it is the repeated
 *     field itself
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#nested-types">
 *     Parquet Logical Type Definitions, Nested Types, Backward-compatibility rules</a>
 */
record RepeatedShape(Type repeated, @Nullable Type inner) {

  /** Returns the element's type. */
  Type element() {
    return inner == null ? repeated : inner;
  }

  /** Returns the shape of a list, or null where a part of a schema is none. */
  @Nullable
  static RepeatedShape ofList(Position at) {
    if (at.repeats()) {
      return new RepeatedShape(at.type(), null);
    }
    Type repeated = onlyRepeated(at.type());
    LogicalTypeAnnotation logical = at.type().getLogicalTypeAnnotation();
    if (repeated == null || (logical != null && !(logical instanceof ListLogicalTypeAnnotation))) {
      return null;
    }
    return new RepeatedShape(repeated, inner(repeated, at.type().getName()));
  }

  /** Returns the shape of a map, whose element is the group of key and value, or null. */
  @Nullable
  static RepeatedShape ofMap(Position at) {
    LogicalTypeAnnotation logical = at.type().getLogicalTypeAnnotation();
    if (logical instanceof MapLogicalTypeAnnotation
        || logical instanceof MapKeyValueTypeAnnotation) {
      Type repeated = at.repeats() ? at.type() : onlyRepeated(at.type());
      return repeated != null && isPair(repeated) ? new RepeatedShape(repeated, null) : null;
    }
    // Polars has no maps, and other programs leave out what says that there is one: a list of
    // entries stands for it.
    RepeatedShape list = ofList(at);
    return list != null && isPair(list.element()) && isEntry(list.element().asGroupType())
        ? list
        : null;
  }

  private static boolean isPair(Type type) {
    return !type.isPrimitive() && type.asGroupType().getFieldCount() == 2;
  }

  private static boolean isEntry(GroupType group) {
    return group.getFieldName(0).equals("key") && group.getFieldName(1).equals("value");
  }

  @Nullable
  private static Type onlyRepeated(Type field) {
    if (field.isPrimitive() || field.asGroupType().getFieldCount() != 1) {
      return null;
    }
    Type only = field.asGroupType().getType(0);
    return only.isRepetition(Type.Repetition.REPEATED) ? only : null;
  }

  @Nullable
  private static Type inner(Type repeated, String listName) {
    if (repeated.isPrimitive()) {
      return null;
    }
    GroupType group = repeated.asGroupType();
    boolean twoLevels =
        group.getFieldCount() > 1
            || group.getType(0).isRepetition(Type.Repetition.REPEATED)
            || group.getName().equals("array")
            || group.getName().equals(listName + "_tuple");
    return twoLevels ? null : group.getType(0);
  }
}
