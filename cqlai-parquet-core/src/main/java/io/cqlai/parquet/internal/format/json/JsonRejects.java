package io.cqlai.parquet.internal.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cqlai.parquet.internal.format.RecordCursor;
import io.cqlai.parquet.internal.format.RejectEncoder;
import io.cqlai.parquet.internal.value.CellCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/**
 * Rejected lines as JSON lines: file, line and reason, then the members of the object, byte by byte
 * as they stood there. A line that is no object is kept as text, or as bytes where it is not even
 * that. Where an object was rejected before, the new reason replaces the old.
 */
final class JsonRejects implements RejectEncoder {

  /** What stands before the members of a rejected object. */
  private static final List<String> BEFORE = List.of(FILE, LINE, REASON);

  private static final String TEXT = "_text";
  private static final String BYTES = "_bytes";

  private static final JsonFactory FACTORY =
      new JsonFactory()
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);

  private final CellCheck check = new CellCheck();
  private final OutputStream target;
  private final List<String> old;
  private final Collection<String> columns;

  /** Begins a file; the stream stays open. */
  JsonRejects(OutputStream target, JsonMatch match) {
    this.target = target;
    this.columns = match.members();
    this.old = BEFORE.stream().anyMatch(match.members()::contains) ? List.of() : BEFORE;
  }

  @Override
  public void write(String file, RecordCursor record, String reason) throws IOException {
    JsonLines line = (JsonLines) record;
    ByteBuffer bytes = ByteBuffer.wrap(line.bytes(), line.start(), line.length());
    boolean isText = check.isUtf8(bytes);
    LineMembers members = isText ? LineMembers.of(line, old) : LineMembers.NONE;
    try (JsonGenerator out = FACTORY.createGenerator(target)) {
      out.writeStartObject();
      out.writeStringField(free(FILE, members), file);
      out.writeNumberField(free(LINE, members), line.line());
      out.writeStringField(free(REASON, members), reason);
      if (!isText) {
        out.writeFieldName(BYTES);
        ScalarWriters.hex(bytes, out);
      } else if (!members.isObject()) {
        out.writeFieldName(TEXT);
        out.writeUTF8String(line.bytes(), line.start(), line.length());
      }
    }
    if (members.length() > 0) {
      target.write(',');
      target.write(line.bytes(), line.start() + members.from(), members.length());
    }
    target.write('}');
    target.write('\n');
  }

  /** What fills a column of the table must not be taken for what is said of the object. */
  private String free(String name, LineMembers members) {
    String free = name;
    while (members.names().contains(free) || columns.contains(free)) {
      free = "_" + free;
    }
    return free;
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }
}
