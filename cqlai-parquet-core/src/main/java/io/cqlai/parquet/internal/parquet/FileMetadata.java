package io.cqlai.parquet.internal.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CreateTypes;
import io.cqlai.parquet.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * What our files say of themselves in their key-value metadata, so that an import can check,
 * convert back exactly and re-create: the CQL schema, the query, the form of each column, the
 * version.
 */
public final class FileMetadata {

  /** The names that begin with this are ours. */
  public static final String PREFIX = "cqlai.";

  /** The CQL schema of the columns, and the statements that make table and types, as JSON. */
  public static final String SCHEMA = PREFIX + "cql.schema";

  /** The CQL that returned the rows. */
  public static final String QUERY = PREFIX + "query";

  /** The form of each column, as JSON: name to notation. */
  public static final String MAPPING = PREFIX + "mapping";

  /** The version of the library that wrote the file. */
  public static final String VERSION = PREFIX + "version";

  private static final ObjectMapper JSON = new ObjectMapper();

  private FileMetadata() {}

  /**
   * Returns the metadata of an export's file.
   *
   * @param table the table, or null where the rows are a query's result
   * @param query the CQL that returns the rows
   * @param more the caller's own entries
   * @throws TransferException when one of the caller's names begins with {@link #PREFIX}
   */
  public static Map<String, String> forExport(
      @Nullable TableSchema table, String query, ParquetMapping mapping, Map<String, String> more) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : more.entrySet()) {
      if (entry.getKey().startsWith(PREFIX)) {
        throw TransferException.of(
            ErrorCode.BAD_OPTION,
            "METADATA has the name " + entry.getKey() + ", and those with " + PREFIX + " are ours",
            "Choose another name");
      }
      entries.put(entry.getKey(), entry.getValue());
    }
    entries.put(SCHEMA, schema(table, mapping));
    entries.put(QUERY, query);
    entries.put(MAPPING, print(JSON.valueToTree(mapping.notations())));
    entries.put(VERSION, LibraryVersion.get());
    return entries;
  }

  private static String schema(@Nullable TableSchema table, ParquetMapping mapping) {
    ObjectNode json = JSON.createObjectNode();
    if (table != null) {
      json.put("keyspace", table.keyspace());
      json.put("table", table.table());
      json.put("counters", table.counters());
    }
    ArrayNode columns = json.putArray("columns");
    for (Column column : mapping.rows().columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().toCql())
          .put("role", column.role().name());
    }
    ArrayNode types = json.putArray("createTypes");
    CreateTypes.of(mapping.rows()).forEach(types::add);
    if (table != null) {
      json.put("createTable", table.createTable());
    }
    return print(json);
  }

  private static String print(Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain values cannot fail to print", e);
    }
  }
}
