package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.cqlai.parquet.internal.value.CellCheck;
import io.cqlai.parquet.internal.value.CellParts;
import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.schema.CqlType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Values of any type as JSON: collections, tuples and vectors as arrays, maps and user-defined
 * types as objects. Bytes that these would not give back are written as {@code "0x…"}.
 */
final class ValueWriters {

  private ValueWriters() {}

  /** Returns what writes the cells of a column; texts have to be UTF-8. Used by one thread. */
  static ValueWriter of(CqlType type) {
    ValueWriter writer = nested(type);
    if (type instanceof CqlType.Scalar || type instanceof CqlType.Custom) {
      return writer;
    }
    CellCheck check = new CellCheck();
    return (value, out) -> {
      if (check.isWhole(type, value)) {
        writer.write(value, out);
      } else {
        ScalarWriters.hex(value, out);
      }
    };
  }

  private static ValueWriter nested(CqlType type) {
    if (type instanceof CqlType.Scalar scalar) {
      return ScalarWriters.of(scalar);
    } else if (type instanceof CqlType.MapOf map) {
      return map(map);
    } else if (type instanceof CqlType.UserDefined userDefined) {
      return object(userDefined);
    } else if (type instanceof CqlType.Custom) {
      return ScalarWriters::hex;
    }
    return array(type, parts(type));
  }

  private static List<ValueWriter> parts(CqlType type) {
    return type.parts().stream().map(ValueWriters::nested).toList();
  }

  /** An array of the parts: all of one kind, or as many kinds as there can be parts. */
  private static ValueWriter array(CqlType type, List<ValueWriter> parts) {
    boolean sameKind = !(type instanceof CqlType.TupleOf);
    return filled(
        (value, out) -> {
          int most = sameKind ? Integer.MAX_VALUE : CellParts.fieldsIn(type, value);
          out.writeStartArray();
          CellParts.<IOException>each(
              type,
              value,
              (index, partType, part) -> {
                if (index < most) {
                  part(parts.get(sameKind ? 0 : index), part, out);
                }
                return index < most;
              });
          out.writeEndArray();
        });
  }

  /** An object whose names are the keys: texts as they are, others as text. */
  private static ValueWriter map(CqlType.MapOf type) {
    ValueWriter values = nested(type.value());
    return filled(
        (value, out) -> {
          out.writeStartObject();
          CellParts.<IOException>each(
              type,
              value,
              (index, partType, part) -> {
                if (index % 2 == 1) {
                  part(values, part, out);
                } else {
                  out.writeFieldName(
                      part == null ? "null" : CellText.format(partType, ScalarWriters.FORM, part));
                }
                return true;
              });
          out.writeEndObject();
        });
  }

  private static ValueWriter object(CqlType.UserDefined type) {
    List<SerializedString> names =
        type.fields().stream().map(field -> new SerializedString(field.name())).toList();
    List<ValueWriter> values = parts(type);
    return filled(
        (value, out) -> {
          int most = CellParts.fieldsIn(type, value);
          out.writeStartObject();
          CellParts.<IOException>each(
              type,
              value,
              (index, partType, part) -> {
                if (index < most) {
                  out.writeFieldName(names.get(index));
                  part(values.get(index), part, out);
                }
                return index < most;
              });
          out.writeEndObject();
        });
  }

  /** A value of no bytes is none of its type. */
  private static ValueWriter filled(ValueWriter writer) {
    return (value, out) -> {
      if (value.hasRemaining()) {
        writer.write(value, out);
      } else {
        ScalarWriters.hex(value, out);
      }
    };
  }

  private static void part(ValueWriter writer, @Nullable ByteBuffer part, JsonGenerator out)
      throws IOException {
    if (part == null) {
      out.writeNull();
    } else {
      writer.write(part, out);
    }
  }
}
