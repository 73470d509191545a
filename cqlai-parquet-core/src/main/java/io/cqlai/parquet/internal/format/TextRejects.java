package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.spi.RejectWriter;
import io.cqlai.parquet.spi.RejectedRow;
import io.cqlai.parquet.spi.RowSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Writes rejected records to a file of the format that they come from. Which records the server
 * refuses shows only after they were read and sent, so each file is read a second time, behind the
 * import: once, because its records wait here until the answers that are late have come.
 */
final class TextRejects implements RejectWriter {

  /** How many files are read at once; there are as many as threads that import. */
  private static final int MOST_OPEN = 16;

  private final PositionOutputStream out;
  private final RejectEncoder encoder;
  private final Runnable checkpoint;
  private final Map<TextSource, RejectedRecords> files =
      new LinkedHashMap<>(MOST_OPEN, 0.75f, true);
  private long rows;
  private boolean closed;

  TextRejects(PositionOutputStream out, RejectEncoder encoder, Runnable checkpoint) {
    this.out = out;
    this.encoder = encoder;
    this.checkpoint = checkpoint;
  }

  @Override
  public void copy(RowSource source, int part, List<RejectedRow> rejected) throws IOException {
    TextSource text = (TextSource) source;
    RejectedRecords file = files.get(text);
    if (file == null) {
      if (files.size() == MOST_OPEN) {
        end(files.keySet().iterator().next());
      }
      file = new RejectedRecords(text, checkpoint);
      files.put(text, file);
    }
    file.add(rejected, this::write);
  }

  private void end(TextSource source) throws IOException {
    try (RejectedRecords file = Objects.requireNonNull(files.remove(source), "it is one of them")) {
      file.finish(this::write);
    }
  }

  private void write(TextSource source, RecordCursor record, RejectedRow row) throws IOException {
    String reason = LineReason.without(record.line(), row.reason());
    String column = row.column();
    encoder.write(
        source.name(),
        record,
        column.isEmpty() ? reason : "column " + CqlName.quoteIfNeeded(column) + ": " + reason);
    rows++;
  }

  @Override
  public long finish() throws IOException {
    for (TextSource source : List.copyOf(files.keySet())) {
      end(source);
    }
    encoder.flush();
    close();
    return rows;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      files.values().forEach(RejectedRecords::close);
      out.close();
    }
  }
}
