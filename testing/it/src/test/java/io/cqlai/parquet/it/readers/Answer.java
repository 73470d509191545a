package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.Nullable;

/** What an independent reader made of one file: its contents, or a refusal. */
public final class Answer {

  @Nullable private final FileContents contents;
  @Nullable private final String refusal;

  private Answer(@Nullable FileContents contents, @Nullable String refusal) {
    this.contents = contents;
    this.refusal = refusal;
  }

  static Answer of(FileContents contents) {
    return new Answer(contents, null);
  }

  static Answer refusing(String refusal) {
    return new Answer(null, refusal);
  }

  /**
   * An answer as another program wrote it: an object with {@code types} and {@code rows}, or with
   * {@code refused}.
   *
   * @param canonical makes a cell of what the program wrote for a value
   */
  static Answer parse(JsonNode written, UnaryOperator<JsonNode> canonical) {
    if (written.has("refused")) {
      return refusing(written.get("refused").textValue());
    }
    Map<String, String> types = new LinkedHashMap<>();
    written
        .get("types")
        .properties()
        .forEach(type -> types.put(type.getKey(), type.getValue().textValue()));
    List<Map<String, JsonNode>> rows = new ArrayList<>();
    for (JsonNode found : written.get("rows")) {
      Map<String, JsonNode> row = new LinkedHashMap<>();
      found.properties().forEach(cell -> row.put(cell.getKey(), canonical.apply(cell.getValue())));
      rows.add(row);
    }
    return of(new FileContents(types, rows));
  }

  /** What the reader said when it refused the file, or a column of it; null: it did not. */
  @Nullable
  public String refusal() {
    return refusal;
  }

  /**
   * The types and rows.
   *
   * @throws IOException when the reader refused the file; the message holds what it said
   */
  public FileContents contents() throws IOException {
    if (contents == null) {
      throw new IOException("the file was refused: " + refusal);
    }
    return contents;
  }
}
