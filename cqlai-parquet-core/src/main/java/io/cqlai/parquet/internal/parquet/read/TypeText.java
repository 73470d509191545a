package io.cqlai.parquet.internal.parquet.read;

import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** The types of a file's columns, for people. */
final class TypeText {

  private static final int LONGEST = 200;

  private TypeText() {}

  /** Returns a type in one line, cut where it is very long. */
  static String of(Type type) {
    StringBuilder text = new StringBuilder();
    append(type, text);
    return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + "…";
  }

  private static void append(Type type, StringBuilder text) {
    if (text.length() > LONGEST) {
      return;
    }
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      text.append("repeated ");
    }
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (type.isPrimitive()) {
      appendPhysical(type.asPrimitiveType(), text);
      text.append(logical == null ? "" : ", " + logical(logical));
    } else {
      text.append(logical == null ? "group" : logical.toString());
      appendFields(type.asGroupType(), text);
    }
  }

  private static void appendPhysical(PrimitiveType type, StringBuilder text) {
    text.append(type.getPrimitiveTypeName());
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
      text.append('(').append(type.getTypeLength()).append(')');
    }
  }

  private static String logical(LogicalTypeAnnotation type) {
    if (type instanceof TimestampLogicalTypeAnnotation time) {
      return "TIMESTAMP(" + time.getUnit() + (time.isAdjustedToUTC() ? ", UTC)" : ", no zone)");
    }
    if (type instanceof TimeLogicalTypeAnnotation time) {
      return "TIME(" + time.getUnit() + (time.isAdjustedToUTC() ? ", UTC)" : ")");
    }
    return type.toString();
  }

  private static void appendFields(GroupType group, StringBuilder text) {
    String separator = " {";
    for (Type field : group.getFields()) {
      text.append(separator).append(field.getName()).append(": ");
      append(field, text);
      separator = ", ";
    }
    text.append('}');
  }
}
