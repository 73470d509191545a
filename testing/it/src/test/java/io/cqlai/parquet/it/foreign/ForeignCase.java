package io.cqlai.parquet.it.foreign;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * One load of one foreign file into one table, and what must come of it: a case of {@code
 * foreign/expected.json} of the test resources. The members and the form of a cell are described in
 * {@code foreign/generate.py}.
 *
 * @param name unique, and the table's name
 * @param file the file's name; see {@link #path()}
 * @param producer the program that wrote it, with its version
 * @param about what is special in it
 * @param types CREATE TYPE statements to run first
 * @param createTable the CREATE TABLE statement
 * @param columns column to CQL type, in the order of the statement
 * @param key the key column
 * @param options options of COPY FROM
 * @param rows the rows that the table then holds, column to cell
 * @param rejected the keys of the rows that do not fit
 * @param losses column to the number of rows whose value lost something
 * @param warning found in one of the report's warnings; null: nothing is asked of them
 * @param refused found in the message of the error that ends the load; null: it ends well
 * @param unread the independent readers that do not read this file
 */
public record ForeignCase(
    @JsonProperty("case") String name,
    String file,
    String producer,
    String about,
    List<String> types,
    String createTable,
    Map<String, String> columns,
    String key,
    Map<String, String> options,
    List<LinkedHashMap<String, JsonNode>> rows,
    List<String> rejected,
    Map<String, Integer> losses,
    @Nullable String warning,
    @Nullable String refused,
    List<String> unread) {

  private static final String FOLDER = "/foreign/";

  /** Fills in what a case leaves out. */
  public ForeignCase {
    types = Objects.requireNonNullElse(types, List.of());
    options = Objects.requireNonNullElse(options, Map.of());
    rows = Objects.requireNonNullElse(rows, List.of());
    rejected = Objects.requireNonNullElse(rejected, List.of());
    losses = Objects.requireNonNullElse(losses, Map.of());
    unread = Objects.requireNonNullElse(unread, List.of());
  }

  /**
   * All cases.
   *
   * @throws IOException when the test resource cannot be read
   */
  public static List<ForeignCase> all() throws IOException {
    try (InputStream json = ForeignCase.class.getResourceAsStream(FOLDER + "expected.json")) {
      return new ObjectMapper().readValue(json, new TypeReference<>() {});
    }
  }

  /** Where the file lies. */
  public Path path() {
    try {
      return Path.of(
          Objects.requireNonNull(ForeignCase.class.getResource(FOLDER + file), file).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the test resources are not in a folder", e);
    }
  }

  /** The name, so that a parameterized test shows it. */
  @Override
  public String toString() {
    return name;
  }
}
