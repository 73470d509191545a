package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes cells of DuckDB's scalars: an SQL expression for a text whose first letter says how the
 * rest is to be read, and the reading of these.
 *
 * <p>The integers behind dates and times come over, never JDBC's dates, which hold less.
 */
final class DuckDbCells {

  private DuckDbCells() {}

  /** The expression of the tagged text of a scalar. */
  static String text(String type, String value) {
    return switch (type) {
      case "FLOAT" -> "'f' || " + value + "::VARCHAR";
      case "DOUBLE" -> "'d' || " + value + "::VARCHAR";
      case "BLOB" -> "'v0x' || lower(hex(" + value + "))";
      case "DATE" -> "'D' || (" + value + " - DATE '1970-01-01')::VARCHAR";
      case "TIME", "TIME_NS" -> "'T' || epoch_ns(" + value + ")::VARCHAR";
      case "TIME WITH TIME ZONE" -> "'T' || epoch_ns(" + value + "::TIME)::VARCHAR";
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP WITH TIME ZONE" ->
          "'u' || epoch_us(" + value + ")::VARCHAR";
      case "TIMESTAMP_NS", "TIMESTAMPTZ_NS" -> "'n' || epoch_ns(" + value + ")::VARCHAR";
      case "INTERVAL" ->
          ("'v' || (datepart('year', %1$s) * 12 + datepart('month', %1$s))::VARCHAR || 'mo'"
                  + " || datepart('day', %1$s)::VARCHAR || 'd' || (((datepart('hour', %1$s) * 60"
                  + " + datepart('minute', %1$s)) * 60000000 + datepart('microsecond', %1$s))"
                  + " * 1000)::VARCHAR || 'ns'")
              .formatted(value);
      default -> "'v' || " + value + "::VARCHAR";
    };
  }

  /** The cell for JSON that the expression gave. */
  static JsonNode cell(JsonNode json) {
    if (json.isTextual()) {
      String tagged = json.textValue();
      return Cells.text(canonical(tagged.charAt(0), tagged.substring(1)));
    }
    if (json.isArray()) {
      ArrayNode elements = Cells.NODES.arrayNode();
      json.forEach(element -> elements.add(cell(element)));
      return elements;
    }
    if (json.isObject()) {
      ObjectNode fields = Cells.NODES.objectNode();
      json.properties().forEach(field -> fields.set(field.getKey(), cell(field.getValue())));
      return fields;
    }
    return json;
  }

  private static String canonical(char kind, String text) {
    return switch (kind) {
      case 'f' -> CellText.of(Float.parseFloat(javaNumber(text)));
      case 'd' -> CellText.of(Double.parseDouble(javaNumber(text)));
      case 'D' -> CellText.ofDay(Long.parseLong(text));
      case 'T' -> CellText.ofNanosOfDay(Long.parseLong(text));
      case 'u' -> CellText.ofInstantCount(Long.parseLong(text), 1_000_000);
      case 'n' -> CellText.ofInstantCount(Long.parseLong(text), 1_000_000_000);
      default -> text;
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

  /** The name as DuckDB's SQL needs it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
