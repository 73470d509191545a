package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contents of a file as a program of another language printed them. */
record PrintedContents(
    LinkedHashMap<String, String> types, List<LinkedHashMap<String, JsonNode>> rows) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static FileContents parse(byte[] json) throws IOException {
    PrintedContents printed = JSON.readValue(json, new TypeReference<>() {});
    return new FileContents(
        printed.types(), printed.rows().stream().<Map<String, JsonNode>>map(row -> row).toList());
  }
}
