package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.internal.format.RecordCursor;
import io.cqlai.parquet.internal.format.RejectEncoder;
import io.cqlai.parquet.internal.format.RowConverter;
import io.cqlai.parquet.internal.format.TextSource;
import io.cqlai.parquet.schema.CqlName;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A file of JSON lines whose members fill columns. */
public final class JsonSource extends TextSource {

  private final JsonFile file;
  private final JsonMatch match;

  /** Makes a source. */
  public JsonSource(JsonFile file, JsonMatch match) {
    this.file = file;
    this.match = match;
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public List<String> columns() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < match.columns().size(); i++) {
      String member = CqlName.quoteIfNeeded(match.members().get(i));
      lines.add(match.columns().get(i).toCql() + " from " + member + " JSON");
    }
    return lines;
  }

  @Override
  protected RecordCursor records() {
    return JsonLines.open(file);
  }

  @Override
  protected RowConverter converter(RecordCursor records) {
    return new JsonConverter((JsonLines) records, match);
  }

  /** Returns none: each object has its own, and rejects of any file may stand beside others. */
  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Override
  protected RejectEncoder rejects(OutputStream out) {
    return new JsonRejects(out, match);
  }
}
