package io.cqlai.parquet.it.matrix;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.api.core.type.VectorType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cqlai.parquet.it.readers.CellText;
import io.cqlai.parquet.it.readers.Cells;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

/**
 * Cells in the form in which those of a table and those of a file are compared: a decimal without
 * trailing zeros, a duration by its three parts, a time as a moment of the day, a tuple as an
 * array.
 */
final class Normal {

  private Normal() {}

  /** The normal form of a cell, from a table or from a file that was made of it. */
  static JsonNode of(DataType type, JsonNode cell) {
    if (cell.isNull()) {
      return cell;
    }
    if (type instanceof ListType list) {
      return elements(list.getElementType(), cell);
    }
    if (type instanceof SetType set) {
      return elements(set.getElementType(), cell);
    }
    if (type instanceof VectorType vector) {
      return elements(vector.getElementType(), cell);
    }
    if (type instanceof MapType map) {
      ArrayNode pairs = Cells.NODES.arrayNode();
      cell.forEach(
          pair ->
              pairs.add(
                  Cells.NODES
                      .arrayNode()
                      .add(of(map.getKeyType(), pair.get(0)))
                      .add(of(map.getValueType(), pair.get(1)))));
      return pairs;
    }
    if (type instanceof UserDefinedType user) {
      ObjectNode fields = Cells.NODES.objectNode();
      for (int i = 0; i < user.getFieldTypes().size(); i++) {
        String name = user.getFieldNames().get(i).asInternal();
        fields.set(name, of(user.getFieldTypes().get(i), cell.get(name)));
      }
      return fields;
    }
    if (type instanceof TupleType tuple) {
      ArrayNode components = Cells.NODES.arrayNode();
      List<DataType> types = tuple.getComponentTypes();
      for (int i = 0; i < types.size(); i++) {
        JsonNode component = cell.isArray() ? cell.get(i) : cell.get("field_" + i);
        components.add(of(types.get(i), component));
      }
      return components;
    }
    return scalar(type, cell);
  }

  private static JsonNode elements(DataType type, JsonNode cell) {
    ArrayNode elements = Cells.NODES.arrayNode();
    cell.forEach(element -> elements.add(of(type, element)));
    return elements;
  }

  private static JsonNode scalar(DataType type, JsonNode cell) {
    if (type.equals(DataTypes.DECIMAL)) {
      return decimal(cell);
    }
    String text = cell.textValue();
    if (type.equals(DataTypes.DURATION)) {
      return DurationNotation.canonical(text);
    }
    if (type.equals(DataTypes.TIME) && text.matches("-?\\d+")) {
      long nanos = Long.parseLong(text);
      boolean ofDay = nanos >= 0 && nanos < 86_400_000_000_000L;
      return Cells.text(ofDay ? CellText.ofNanosOfDay(nanos) : nanos + "ns");
    }
    return cell;
  }

  /** The text of a decimal, or the group of its parts that a migration writes. */
  private static JsonNode decimal(JsonNode cell) {
    if (cell.isObject()) {
      String unscaled = cell.get("unscaled").textValue().substring(2);
      int scale = Integer.parseInt(cell.get("scale").textValue());
      return unscaled.isEmpty()
          ? Cells.text("scale " + scale + " alone")
          : number(new BigDecimal(signed(unscaled), scale));
    }
    String text = cell.textValue();
    if (text.startsWith("0x")) {
      return Cells.text("scale " + (int) Long.parseLong(text.substring(2), 16) + " alone");
    }
    int exponent = text.indexOf('E');
    return exponent < 0
        ? number(new BigDecimal(text))
        : number(
            new BigDecimal(
                new BigInteger(text.substring(0, exponent)),
                (int) -Long.parseLong(text.substring(exponent + 1))));
  }

  private static JsonNode number(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return Cells.text(stripped.unscaledValue() + "E" + -(long) stripped.scale());
  }

  private static BigInteger signed(String hex) {
    return new BigInteger(HexFormat.of().parseHex(hex));
  }
}
