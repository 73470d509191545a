package io.cqlai.parquet.internal.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlTypeParser;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.UserTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/** The parts of {@link FileMetadata} that are JSON. */
final class MetadataJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private MetadataJson() {}

  static String schema(FileMetadata metadata) {
    ObjectNode json = JSON.createObjectNode();
    json.put("keyspace", metadata.keyspace());
    json.put("table", metadata.table());
    json.put("counters", metadata.counters());
    ArrayNode columns = json.putArray("columns");
    for (Column column : metadata.rows().columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().toCql())
          .put("role", column.role().name());
    }
    metadata.createTypes().forEach(json.putArray("createTypes")::add);
    json.put("createTable", metadata.createTable());
    return json.toString();
  }

  static String mapping(Map<String, String> mapping) {
    ObjectNode json = JSON.createObjectNode();
    mapping.forEach(json::put);
    return json.toString();
  }

  /**
   * Reads what {@link #schema} and {@link #mapping} have written.
   *
   * @throws IllegalArgumentException when that is not what it is
   */
  static FileMetadata read(String schema, String query, String mapping, String version) {
    JsonNode json = parse(schema);
    List<String> createTypes = new ArrayList<>();
    json.path("createTypes").forEach(statement -> createTypes.add(statement.asText()));
    UserTypes userTypes = UserTypes.of(createTypes);
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : json.path("columns")) {
      columns.add(
          new Column(
              required(column, "name"),
              CqlTypeParser.parse(required(column, "type"), userTypes),
              ColumnRole.valueOf(required(column, "role"))));
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("it has no columns");
    }
    Map<String, String> forms = new LinkedHashMap<>();
    parse(mapping)
        .properties()
        .forEach(entry -> forms.put(entry.getKey(), entry.getValue().asText()));
    return new FileMetadata(
        optional(json, "keyspace"),
        optional(json, "table"),
        json.path("counters").asBoolean(),
        new RowSchema(columns),
        createTypes,
        optional(json, "createTable"),
        query,
        forms,
        version);
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isObject()) {
        return json;
      }
      throw new IllegalArgumentException("it is no JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON", e);
    }
  }

  private static String required(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isTextual()) {
      return value.asText();
    }
    throw new IllegalArgumentException("a column has no " + field);
  }

  @Nullable
  private static String optional(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isTextual() ? value.asText() : null;
  }
}
