package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonToken;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.ScalarParser;
import io.cqlai.parquet.internal.value.UnfitValue;
import io.cqlai.parquet.schema.CqlType;
import java.io.IOException;
import java.util.Set;

/** Values of types without parameters from numbers, booleans and strings of JSON. */
final class ScalarParsers {

  private static final Set<CqlType.Scalar> INTEGERS =
      Set.of(
          CqlType.Scalar.TINYINT,
          CqlType.Scalar.SMALLINT,
          CqlType.Scalar.INT,
          CqlType.Scalar.BIGINT,
          CqlType.Scalar.COUNTER,
          CqlType.Scalar.VARINT);

  private ScalarParsers() {}

  static ValueParser of(CqlType.Scalar type) {
    return switch (type) {
      case ASCII, TEXT -> new TextParser(type == CqlType.Scalar.ASCII);
      case BLOB -> ScalarParsers::blob;
      case BIGINT,
          BOOLEAN,
          COUNTER,
          DATE,
          DECIMAL,
          DOUBLE,
          DURATION,
          FLOAT,
          INET,
          INT,
          SMALLINT,
          TIME,
          TIMESTAMP,
          TIMEUUID,
          TINYINT,
          UUID,
          VARINT ->
          (in, out) -> ScalarParser.put(type, text(type, in), out);
    };
  }

  private static void blob(JsonLine in, CellWriter out) throws UnfitValue, IOException {
    if (in.tokens().currentToken() != JsonToken.VALUE_STRING || !in.putHex(out)) {
      ScalarParser.put(CqlType.Scalar.BLOB, text(CqlType.Scalar.BLOB, in), out);
    }
  }

  /** Returns the text of the token, a whole number without the zeros behind its point. */
  private static String text(CqlType.Scalar type, JsonLine in) throws UnfitValue, IOException {
    JsonToken token = in.tokens().currentToken();
    if (!token.isScalarValue()) {
      throw UnfitValue.not(token.asString(), "a " + type.toCql());
    }
    String text = in.tokens().getText();
    if (token == JsonToken.VALUE_NUMBER_FLOAT && INTEGERS.contains(type)) {
      return withoutZeros(text);
    }
    if (token == JsonToken.VALUE_NUMBER_INT && type == CqlType.Scalar.BOOLEAN) {
      return text.equals("1") ? "true" : text.equals("0") ? "false" : text;
    }
    return text;
  }

  private static String withoutZeros(String text) {
    int point = text.indexOf('.');
    int end = text.length();
    while (point >= 0 && end > point + 1 && text.charAt(end - 1) == '0') {
      end--;
    }
    return end == point + 1 ? text.substring(0, point) : text;
  }
}
