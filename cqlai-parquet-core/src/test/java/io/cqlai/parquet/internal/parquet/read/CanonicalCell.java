package io.cqlai.parquet.internal.parquet.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.internal.value.InetText;
import io.cqlai.parquet.internal.value.UuidText;
import io.cqlai.parquet.internal.value.VectorLayout;
import io.cqlai.parquet.internal.value.Vints;
import io.cqlai.parquet.schema.CqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** A cell in the canonical form of the foreign files' expected.json; sets and maps sorted. */
final class CanonicalCell {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CanonicalCell() {}

  static JsonNode of(CqlType type, ByteBuffer cell) {
    if (cell == null) {
      return NullNode.instance;
    }
    ByteBuffer in = cell.slice();
    if (type instanceof CqlType.Scalar scalar) {
      return TextNode.valueOf(scalar(scalar, in));
    } else if (type instanceof CqlType.ListOf list) {
      return array(elements(list.element(), in, in.getInt()));
    } else if (type instanceof CqlType.SetOf set) {
      return sorted(array(elements(set.element(), in, in.getInt())));
    } else if (type instanceof CqlType.MapOf map) {
      ArrayNode entries = JSON.arrayNode();
      int count = in.getInt();
      for (int i = 0; i < count; i++) {
        entries.add(array(List.of(part(map.key(), in), part(map.value(), in))));
      }
      return sorted(entries);
    } else if (type instanceof CqlType.TupleOf tuple) {
      List<JsonNode> parts = new ArrayList<>();
      tuple.components().forEach(component -> parts.add(part(component, in)));
      return array(parts);
    } else if (type instanceof CqlType.UserDefined defined) {
      ObjectNode fields = JSON.objectNode();
      defined.fields().forEach(field -> fields.set(field.name(), part(field.type(), in)));
      return fields;
    }
    CqlType.VectorOf vector = (CqlType.VectorOf) type;
    List<JsonNode> elements = new ArrayList<>();
    for (int i = 0; i < vector.dimensions(); i++) {
      elements.add(vectorElement(vector.element(), in));
    }
    return array(elements);
  }

  /** Brings an expected cell into the same order. */
  static JsonNode sort(CqlType type, JsonNode expected) {
    if (expected.isNull() || expected.isMissingNode()) {
      return NullNode.instance;
    }
    if (type instanceof CqlType.Scalar scalar) {
      return TextNode.valueOf(sameSpelling(scalar, expected.asText()));
    }
    if (type instanceof CqlType.UserDefined defined) {
      ObjectNode fields = JSON.objectNode();
      defined.fields().forEach(f -> fields.set(f.name(), sort(f.type(), expected.path(f.name()))));
      return fields;
    }
    ArrayNode copy = JSON.arrayNode();
    for (int i = 0; i < expected.size(); i++) {
      copy.add(sort(part(type, i), expected.get(i)));
    }
    return type instanceof CqlType.SetOf || type instanceof CqlType.MapOf ? sorted(copy) : copy;
  }

  /** Java 17 has not always the shortest text of a number, and a decimal no sign of zero. */
  private static String sameSpelling(CqlType.Scalar type, String text) {
    return switch (type) {
      case FLOAT -> floating(Float.toString(Float.parseFloat(text)));
      case DOUBLE -> floating(Double.toString(Double.parseDouble(text)));
      case DECIMAL -> new BigDecimal(text).toPlainString();
      default -> text;
    };
  }

  private static CqlType part(CqlType type, int index) {
    if (type instanceof CqlType.ListOf list) {
      return list.element();
    } else if (type instanceof CqlType.SetOf set) {
      return set.element();
    } else if (type instanceof CqlType.VectorOf vector) {
      return vector.element();
    } else if (type instanceof CqlType.MapOf map) {
      return new CqlType.TupleOf(List.of(map.key(), map.value()));
    }
    return ((CqlType.TupleOf) type).components().get(index);
  }

  private static JsonNode vectorElement(CqlType type, ByteBuffer in) {
    int size =
        VectorLayout.fixedElementSize(type)
            .orElseGet(
                () -> {
                  int length = (int) Vints.readUnsigned(in, in.position());
                  in.position(in.position() + Vints.unsignedSize(length));
                  return length;
                });
    return of(type, take(in, size));
  }

  private static List<JsonNode> elements(CqlType type, ByteBuffer in, int count) {
    List<JsonNode> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(part(type, in));
    }
    return elements;
  }

  private static JsonNode part(CqlType type, ByteBuffer in) {
    int length = in.getInt();
    return length < 0 ? NullNode.instance : of(type, take(in, length));
  }

  private static ByteBuffer take(ByteBuffer in, int length) {
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  private static ArrayNode array(List<JsonNode> nodes) {
    return JSON.arrayNode().addAll(nodes);
  }

  private static ArrayNode sorted(ArrayNode nodes) {
    List<JsonNode> list = new ArrayList<>();
    nodes.forEach(list::add);
    list.sort(Comparator.comparing(JsonNode::toString));
    return array(list);
  }

  private static String scalar(CqlType.Scalar type, ByteBuffer in) {
    return switch (type) {
      case TEXT, ASCII -> StandardCharsets.UTF_8.decode(in).toString();
      case BLOB -> "0x" + HexFormat.of().formatHex(bytes(in));
      case BOOLEAN -> Boolean.toString(in.get() != 0);
      case TINYINT -> Byte.toString(in.get());
      case SMALLINT -> Short.toString(in.getShort());
      case INT -> Integer.toString(in.getInt());
      case BIGINT, COUNTER -> Long.toString(in.getLong());
      case VARINT -> new BigInteger(bytes(in)).toString();
      case DECIMAL -> Decimals.toBigDecimal(in).toPlainString();
      case FLOAT -> floating(Float.toString(in.getFloat()));
      case DOUBLE -> floating(Double.toString(in.getDouble()));
      case DATE -> LocalDate.ofEpochDay(in.getInt() ^ Integer.MIN_VALUE).toString();
      case TIME ->
          DateTimeFormatter.ISO_LOCAL_TIME
              .format(LocalTime.ofNanoOfDay(in.getLong()))
              .replaceAll("(\\.\\d{3}|\\.\\d{6}|\\.\\d{9})?$", "$1");
      case TIMESTAMP -> Instant.ofEpochMilli(in.getLong()).toString();
      case UUID, TIMEUUID -> new String(UuidText.format(in, 0), StandardCharsets.US_ASCII);
      case INET -> InetText.format(in);
      case DURATION -> duration(in);
    };
  }

  private static String duration(ByteBuffer in) {
    long months = Vints.readSigned(in, 0);
    int at = Vints.size(in.get(0));
    long days = Vints.readSigned(in, at);
    at += Vints.size(in.get(at));
    return months + "mo" + days + "d" + Vints.readSigned(in, at) + "ns";
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.remaining()];
    in.get(bytes);
    return bytes;
  }

  private static String floating(String text) {
    if (text.equals("NaN") || text.endsWith("Infinity")) {
      return text;
    }
    BigDecimal number = new BigDecimal(text);
    if (number.signum() == 0) {
      return text.startsWith("-") ? "-0" : "0";
    }
    number = number.stripTrailingZeros();
    int adjusted = number.precision() - number.scale() - 1;
    if (adjusted >= -7 && adjusted <= 20) {
      return number.toPlainString();
    }
    String digits = number.unscaledValue().abs().toString();
    String mantissa = digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "");
    return (number.signum() < 0 ? "-" : "") + mantissa + "E" + (adjusted < 0 ? "" : "+") + adjusted;
  }
}
