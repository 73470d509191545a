package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonToken;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.ScalarParser;
import io.cqlai.parquet.internal.value.UnfitValue;
import io.cqlai.parquet.schema.CqlType;
import java.io.IOException;
import java.util.List;
import javax.annotation.Nullable;

/** Values of any type from JSON, as {@link ValueWriters} writes them. */
final class ValueParsers {

  private ValueParsers() {}

  /** Returns what reads the values of a type. Used by one thread. */
  static ValueParser of(CqlType type) {
    if (type instanceof CqlType.Scalar scalar) {
      return ScalarParsers.of(scalar);
    } else if (type instanceof CqlType.ListOf list) {
      return orBytes(type, JsonToken.START_ARRAY, ArrayParsers.list(of(list.element())));
    } else if (type instanceof CqlType.SetOf set) {
      return orBytes(type, JsonToken.START_ARRAY, ArrayParsers.set(set, of(set.element())));
    } else if (type instanceof CqlType.VectorOf vector) {
      return orBytes(
          type, JsonToken.START_ARRAY, ArrayParsers.vector(vector, of(vector.element())));
    } else if (type instanceof CqlType.TupleOf) {
      return orBytes(type, JsonToken.START_ARRAY, ArrayParsers.tuple(parts(type)));
    } else if (type instanceof CqlType.MapOf map) {
      return orBytes(type, JsonToken.START_OBJECT, ObjectParsers.map(map, of(map.value())));
    } else if (type instanceof CqlType.UserDefined userDefined) {
      return orBytes(type, JsonToken.START_OBJECT, ObjectParsers.fields(userDefined, parts(type)));
    }
    return orBytes(type, null, (in, out) -> {});
  }

  private static List<ValueParser> parts(CqlType type) {
    return type.parts().stream().map(ValueParsers::of).toList();
  }

  /** Takes {@code "0x…"} for the bytes of the value, too. */
  private static ValueParser orBytes(
      CqlType type, @Nullable JsonToken begin, ValueParser otherwise) {
    return (in, out) -> {
      JsonToken token = in.tokens().currentToken();
      if (token == begin) {
        otherwise.put(in, out);
        return;
      }
      String text = token.isScalarValue() ? in.tokens().getText() : token.asString();
      if (token != JsonToken.VALUE_STRING || !ScalarParser.isHex(text)) {
        throw UnfitValue.not(text, "a " + type.toCql());
      }
      ScalarParser.putHex(text, out);
    };
  }

  /**
   * Puts a part of a value with its length before it, or null, and moves to its last token.
   *
   * @param place which part it is, for messages
   * @return false for null
   */
  static boolean part(ValueParser parser, JsonLine in, String place, CellWriter out)
      throws UnfitValue, IOException {
    if (in.tokens().currentToken() == JsonToken.VALUE_NULL) {
      out.putNull();
      return false;
    }
    int mark = out.beginValue();
    within(parser, in, place, out);
    out.endValue(mark);
    return true;
  }

  /** Puts a part of a value without its length. */
  static void within(ValueParser parser, JsonLine in, String place, CellWriter out)
      throws UnfitValue, IOException {
    try {
      parser.put(in, out);
    } catch (UnfitValue e) {
      throw e.within(place);
    }
  }
}
