package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Cells: a value as JSON, in the canonical form that {@code foreign/generate.py} of the test
 * resources defines. A scalar is text, a list an array, a map an array of pairs, a group an object.
 */
public final class Cells {

  /** The factory of all cells. */
  public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Cells() {}

  /** The null cell. */
  public static JsonNode none() {
    return NODES.nullNode();
  }

  /** A scalar's cell. */
  public static JsonNode text(String canonical) {
    return NODES.textNode(canonical);
  }

  /**
   * The same cell with each group of fields {@code field_0}, {@code field_1}, … made an array: a
   * tuple as CQL has it, where a Parquet reader only sees a group.
   */
  public static JsonNode tuplesAsArrays(JsonNode cell) {
    if (cell.isArray()) {
      ArrayNode elements = NODES.arrayNode();
      cell.forEach(element -> elements.add(tuplesAsArrays(element)));
      return elements;
    }
    if (!cell.isObject()) {
      return cell;
    }
    ArrayNode values = NODES.arrayNode();
    var fields = NODES.objectNode();
    for (Map.Entry<String, JsonNode> field : cell.properties()) {
      JsonNode value = tuplesAsArrays(field.getValue());
      if (field.getKey().equals("field_" + values.size())) {
        values.add(value);
      }
      fields.set(field.getKey(), value);
    }
    return values.size() == fields.size() ? values : fields;
  }

  /** The same cell, its elements in the order of their JSON: for sets and maps, which have none. */
  public static JsonNode sorted(JsonNode cell) {
    List<JsonNode> elements = new ArrayList<>();
    cell.forEach(elements::add);
    elements.sort(Comparator.comparing(JsonNode::toString));
    return NODES.arrayNode().addAll(elements);
  }
}
