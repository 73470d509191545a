package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.cqlai.parquet.internal.format.CellCollector;
import io.cqlai.parquet.internal.format.RowConverter;
import io.cqlai.parquet.internal.format.UnfitRow;
import io.cqlai.parquet.internal.value.CellCheck;
import io.cqlai.parquet.internal.value.UnfitValue;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes lines into rows, each by the names of its own members. */
final class JsonConverter implements RowConverter {

  private final JsonLines lines;
  private final JsonMatch match;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<ValueParser> parsers = new ArrayList<>();
  private final CellCollector cells;
  private final UnknownMembers unknown = new UnknownMembers();
  private final CellCheck check = new CellCheck();
  private String faultyColumn = "";
  private String fault = "";

  JsonConverter(JsonLines lines, JsonMatch match) {
    this.lines = lines;
    this.match = match;
    this.cells = new CellCollector(match.columns().size());
    for (int i = 0; i < match.columns().size(); i++) {
      positions.put(match.members().get(i), i);
      parsers.add(ValueParsers.of(match.columns().get(i).type()));
    }
  }

  @Override
  public RowView convert() throws UnfitRow {
    cells.beginMissing();
    faultyColumn = "";
    fault = "";
    if (check.isUtf8(ByteBuffer.wrap(lines.bytes(), lines.start(), lines.length()))) {
      readLine();
    } else {
      fault("", "its bytes are no UTF-8");
    }
    if (!fault.isEmpty()) {
      throw new UnfitRow(faultyColumn, fault, cells.row());
    }
    return cells.row();
  }

  private void readLine() {
    try (JsonLine line = lines.tokens()) {
      JsonParser tokens = line.tokens();
      if (tokens.nextToken() != JsonToken.START_OBJECT) {
        fault("", "there is no object of JSON, each of which takes one line");
        return;
      }
      for (String name = tokens.nextFieldName(); name != null; name = tokens.nextFieldName()) {
        tokens.nextToken();
        readMember(name, line);
      }
      if (tokens.nextToken() != null) {
        fault("", "there is more behind the object, and each takes one line");
      }
      checkMissing();
    } catch (JsonProcessingException e) {
      faultyColumn = "";
      fault = "it is no object of JSON on one line: " + e.getOriginalMessage();
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory does not fail", e);
    } catch (OutOfMemoryError e) {
      throw lines.tooLong().causedBy(e);
    }
  }

  private void readMember(String name, JsonLine line) throws IOException {
    Integer position = positions.get(name);
    if (position == null) {
      readUnknown(name);
    } else if (!cells.isMissing(position)) {
      fault(match.columns().get(position).name(), "the member " + name + " is there twice");
    } else {
      cells.setNull(position);
      readValue(position, line);
    }
    line.leaveValue();
  }

  private void readValue(int position, JsonLine line) throws IOException {
    if (line.tokens().currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    try {
      parsers.get(position).put(line, cells.cell(position));
      cells.end(position);
    } catch (UnfitValue e) {
      fault(match.columns().get(position).name(), e.reason());
    }
  }

  private void readUnknown(String name) {
    if (match.isOfRejects(name)) {
      return;
    }
    if (match.mode() == SchemaMode.STRICT) {
      fault("", "the table has no column for the member " + name + ", and SCHEMA_MODE is STRICT");
    } else {
      unknown.count(name);
    }
  }

  private void checkMissing() {
    for (int i = 0; i < match.columns().size(); i++) {
      Column column = match.columns().get(i);
      boolean needed =
          match.mode() == SchemaMode.STRICT || column.role() == ColumnRole.PARTITION_KEY;
      if (needed && cells.isMissing(i)) {
        fault(column.name(), "the object has no member " + match.members().get(i));
      }
    }
  }

  /** Keeps the first of what is wrong with a line. */
  private void fault(String column, String reason) {
    if (fault.isEmpty()) {
      faultyColumn = column;
      fault = reason;
    }
  }

  @Override
  public List<Loss> losses() {
    return unknown.losses();
  }
}
