package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Cells whose texts say by their first letter how the rest is to be read: {@code v} as it is,
 * {@code f} and {@code d} a float and a double as digits, {@code F} and {@code B} the bits of
 * these, {@code D} days, {@code T} nanoseconds of a day, {@code u} and {@code n} microseconds and
 * nanoseconds since 1970.
 */
final class TaggedCells {

  private TaggedCells() {}

  /** The cell in canonical form. */
  static JsonNode canonical(JsonNode json) {
    if (json.isTextual()) {
      String tagged = json.textValue();
      return Cells.text(canonical(tagged.charAt(0), tagged.substring(1)));
    }
    if (json.isArray()) {
      ArrayNode elements = Cells.NODES.arrayNode();
      json.forEach(element -> elements.add(canonical(element)));
      return elements;
    }
    if (json.isObject()) {
      ObjectNode fields = Cells.NODES.objectNode();
      json.properties().forEach(field -> fields.set(field.getKey(), canonical(field.getValue())));
      return fields;
    }
    return json;
  }

  private static String canonical(char kind, String text) {
    return switch (kind) {
      case 'f' -> CellText.of(Float.parseFloat(javaNumber(text)));
      case 'd' -> CellText.of(Double.parseDouble(javaNumber(text)));
      case 'F' -> CellText.of(Float.intBitsToFloat(Integer.parseUnsignedInt(text, 16)));
      case 'B' -> CellText.of(Double.longBitsToDouble(Long.parseUnsignedLong(text, 16)));
      case 'v' -> text;
      case 'D' -> CellText.ofDay(Long.parseLong(text));
      case 'T' -> CellText.ofNanosOfDay(Long.parseLong(text));
      case 'u' -> CellText.ofInstantCount(Long.parseLong(text), 1_000_000);
      case 'n' -> CellText.ofInstantCount(Long.parseLong(text), 1_000_000_000);
      default -> throw new IllegalArgumentException("not a tag: " + kind);
    };
  }

  private static String javaNumber(String text) {
    return switch (text) {
      case "nan", "-nan" -> "NaN";
      case "inf" -> "Infinity";
      case "-inf" -> "-Infinity";
      default -> text;
    };
  }
}
