package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.parquet.write.ParquetSink;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RejectWriter;
import io.cqlai.parquet.spi.RejectedRow;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.RowSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;
import org.apache.parquet.io.OutputFile;

/**
 * Writes rejected records to a Parquet file: their fields as the text that they were, and beside
 * them file, row, line, column, reason, and the record itself where its fields do not say it all.
 */
final class TextRejects implements RejectWriter {

  private static final List<String> EXTRA =
      List.of("_file", "_row", "_line", "_column", "_reason", "_text");

  private final RowSink sink;
  private final int fields;
  private long rows;

  private TextRejects(RowSink sink, int fields) {
    this.sink = sink;
    this.fields = fields;
  }

  static TextRejects open(OutputFile target, List<String> fields) throws IOException {
    List<Column> columns = new ArrayList<>();
    fields.stream().filter(name -> !EXTRA.contains(name)).forEach(name -> add(name, columns));
    int kept = columns.size();
    EXTRA.forEach(name -> add(name, columns));
    ParquetMapping mapping =
        ParquetMapping.of(new RowSchema(columns), null, Profile.MIGRATION, Map.of());
    return new TextRejects(
        ParquetSink.open(target, mapping, ParquetWriteSettings.SMALL, Map.of()), kept);
  }

  private static void add(String name, List<Column> columns) {
    String free = name;
    while (isTaken(free, columns)) {
      free = "_" + free;
    }
    boolean number = name.equals("_row") || name.equals("_line");
    CqlType type = number ? CqlType.Scalar.BIGINT : CqlType.Scalar.TEXT;
    columns.add(new Column(free, type, ColumnRole.REGULAR));
  }

  private static boolean isTaken(String name, List<Column> columns) {
    return columns.stream().anyMatch(column -> column.name().equals(name));
  }

  @Override
  public void copy(RowSource source, int part, List<RejectedRow> rejected) throws IOException {
    List<RejectedRow> inOrder = new ArrayList<>(rejected);
    inOrder.sort(Comparator.comparingLong(RejectedRow::position));
    try (RecordCursor records = ((TextSource) source).records()) {
      long at = -1;
      for (RejectedRow row : inOrder) {
        while (at < row.position() && records.next()) {
          at++;
        }
        write(source, records, row);
      }
    }
  }

  private void write(RowSource source, RecordCursor records, RejectedRow row) throws IOException {
    ByteBuffer[] cells = new ByteBuffer[fields + EXTRA.size()];
    List<String> texts = records.fields();
    for (int i = 0; i < fields && i < texts.size(); i++) {
      cells[i] = text(texts.get(i));
    }
    cells[fields] = text(source.name());
    cells[fields + 1] = number(row.position());
    cells[fields + 2] = number(records.line());
    cells[fields + 3] = text(row.column());
    cells[fields + 4] = text(row.reason());
    cells[fields + 5] = text(records.text());
    sink.write(
        new RowChunk(List.of(new CellRow(cells)), 0, 0),
        (view, column, reason) -> {
          throw new IllegalStateException("text is always taken: " + reason);
        });
    rows++;
  }

  @Nullable
  private static ByteBuffer text(@Nullable String value) {
    return value == null ? null : ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8));
  }

  private static ByteBuffer number(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(0, value);
  }

  @Override
  public long finish() throws IOException {
    sink.finish();
    return rows;
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
