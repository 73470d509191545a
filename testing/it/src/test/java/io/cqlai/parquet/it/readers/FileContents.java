package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader found in a file.
 *
 * @param types the columns in the file's order, each with the reader's own name of its type
 * @param rows the rows in the file's order, column to {@linkplain Cells cell}
 */
public record FileContents(Map<String, String> types, List<Map<String, JsonNode>> rows) {

  /** The rows by the text of one column, which must be unique and never null. */
  public Map<String, Map<String, JsonNode>> rowsBy(String key) {
    Map<String, Map<String, JsonNode>> byKey = new LinkedHashMap<>();
    for (Map<String, JsonNode> row : rows) {
      String text = row.get(key).textValue();
      if (byKey.put(text, row) != null) {
        throw new IllegalStateException("two rows have the key " + text);
      }
    }
    return byKey;
  }
}
