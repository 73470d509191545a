package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Random columns, the schema of a file that has them, and rows. */
final class RandomRows {

  private static final int DEEPEST = 3;
  private static final List<Scalar> SCALARS =
      List.of(
          Scalar.BIGINT,
          Scalar.BLOB,
          Scalar.BOOLEAN,
          Scalar.DOUBLE,
          Scalar.FLOAT,
          Scalar.INT,
          Scalar.TEXT,
          Scalar.TIMESTAMP,
          Scalar.UUID);

  private final Random random;
  private final Map<String, CqlType> columns = new LinkedHashMap<>();
  private final MessageType schema;

  RandomRows(Random random) {
    this.random = random;
    List<Type> fields = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      CqlType type = type(0);
      columns.put("c" + i, type);
      fields.add(field("c" + i, type));
    }
    schema = new MessageType("m", fields);
  }

  Map<String, CqlType> columns() {
    return columns;
  }

  MessageType schema() {
    return schema;
  }

  private CqlType type(int depth) {
    return switch (depth == DEEPEST ? 3 : random.nextInt(6)) {
      case 0 -> new CqlType.ListOf(type(depth + 1), true);
      case 1 ->
          new CqlType.MapOf(random.nextBoolean() ? Scalar.INT : Scalar.TEXT, type(depth + 1), true);
      case 2 -> new CqlType.TupleOf(List.of(type(depth + 1), type(depth + 1)));
      default -> SCALARS.get(random.nextInt(SCALARS.size()));
    };
  }

  private Type field(String name, CqlType type) {
    return field(name, type, random.nextInt(4) == 0 ? Repetition.REQUIRED : Repetition.OPTIONAL);
  }

  private Type field(String name, CqlType type, Repetition repetition) {
    if (type instanceof CqlType.ListOf list) {
      Type repeated =
          isOfTwoLevels(list)
              ? field("array", list.element(), Repetition.REPEATED)
              : new GroupType(Repetition.REPEATED, "list", field("element", list.element()));
      return annotated(repetition, name, LogicalTypeAnnotation.listType(), repeated);
    } else if (type instanceof CqlType.MapOf map) {
      Type key = field("key", map.key(), Repetition.REQUIRED);
      Type value = field("value", map.value(), Repetition.REQUIRED);
      Type entry = new GroupType(Repetition.REPEATED, "key_value", key, value);
      return annotated(repetition, name, LogicalTypeAnnotation.mapType(), entry);
    } else if (type instanceof CqlType.TupleOf tuple) {
      return new GroupType(
          repetition,
          name,
          field("field_0", tuple.components().get(0)),
          field("field_1", tuple.components().get(1)));
    }
    return leaf((Scalar) type, repetition).named(name);
  }

  private static Type annotated(
      Repetition repetition, String name, LogicalTypeAnnotation logical, Type only) {
    return Types.buildGroup(repetition).as(logical).addField(only).named(name);
  }

  /** Lists and maps within a list of two levels have had several shapes; they are left out. */
  private boolean isOfTwoLevels(CqlType.ListOf list) {
    CqlType element = list.element();
    return (element instanceof Scalar || element instanceof CqlType.TupleOf)
        && random.nextInt(3) == 0;
  }

  private static Types.PrimitiveBuilder<PrimitiveType> leaf(Scalar type, Repetition repetition) {
    return switch (type) {
      case BIGINT -> Types.primitive(PrimitiveTypeName.INT64, repetition);
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition);
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition);
      case FLOAT -> Types.primitive(PrimitiveTypeName.FLOAT, repetition);
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition);
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType());
      case TIMESTAMP ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS));
      case UUID ->
          Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
              .length(16)
              .as(LogicalTypeAnnotation.uuidType());
      default -> Types.primitive(PrimitiveTypeName.BINARY, repetition);
    };
  }

  Group row() {
    SimpleGroup row = new SimpleGroup(schema);
    columns.forEach((name, type) -> put(row, name, type));
    return row;
  }

  private void put(Group into, String name, CqlType type) {
    Type field = into.getType().getType(name);
    if (!field.isRepetition(Repetition.OPTIONAL) || random.nextInt(4) != 0) {
      add(into, name, type);
    }
  }

  private void add(Group into, String name, CqlType type) {
    if (type instanceof CqlType.ListOf list) {
      Group group = into.addGroup(name);
      boolean twoLevels = group.getType().getFieldName(0).equals("array");
      for (int left = count(); left > 0; left--) {
        if (twoLevels) {
          add(group, "array", list.element());
        } else {
          put(group.addGroup("list"), "element", list.element());
        }
      }
    } else if (type instanceof CqlType.MapOf map) {
      Group group = into.addGroup(name);
      for (int left = count(); left > 0; left--) {
        Group entry = group.addGroup("key_value");
        if (map.key() == Scalar.INT) {
          entry.add("key", left);
        } else {
          entry.add("key", "key " + left);
        }
        put(entry, "value", map.value());
      }
    } else if (type instanceof CqlType.TupleOf tuple) {
      Group group = into.addGroup(name);
      put(group, "field_0", tuple.components().get(0));
      put(group, "field_1", tuple.components().get(1));
    } else {
      addScalar(into, name, (Scalar) type);
    }
  }

  private int count() {
    return random.nextInt(20) == 0 ? 30 : random.nextInt(4);
  }

  /** Values repeat often enough for a dictionary and seldom enough to outgrow it. */
  private void addScalar(Group into, String name, Scalar type) {
    long value = random.nextBoolean() ? random.nextInt(5) : random.nextLong();
    switch (type) {
      case BIGINT, TIMESTAMP -> into.add(name, value);
      case BOOLEAN -> into.add(name, (value & 1) != 0);
      case DOUBLE -> into.add(name, Double.longBitsToDouble(value));
      case FLOAT -> into.add(name, Float.intBitsToFloat((int) value));
      case INT -> into.add(name, (int) value);
      case TEXT -> into.add(name, Long.toString(value, 36).repeat(random.nextInt(3)));
      case UUID -> into.add(name, bytes(16, value));
      default -> into.add(name, bytes(random.nextInt(12), value));
    }
  }

  private static Binary bytes(int count, long value) {
    byte[] bytes = new byte[count];
    new Random(value).nextBytes(bytes);
    return Binary.fromConstantByteArray(bytes);
  }
}
