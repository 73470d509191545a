package io.cqlai.parquet.internal.run;

import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.capture.CapturedParts;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.plan.CapturePlanner;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes the rows of one result to a part of a capture, which joins it or never was. */
final class PartWriter implements AutoCloseable {

  private static final int CHUNK_ROWS = 5_000;
  private static final long CHUNK_BYTES = 4L << 20;

  private final CapturedParts parts;
  private final CaptureFormat format;
  private final String query;
  private final Meter meter;
  private final PartFile part;
  private final RowSink sink;
  private final String remedyOfRejects;
  private List<RowView> waiting = new ArrayList<>();
  private long waitingBytes;
  private boolean finished;

  private PartWriter(
      CapturedParts parts,
      CaptureFormat format,
      String query,
      Meter meter,
      PartFile part,
      RowSink sink,
      String remedyOfRejects) {
    this.parts = parts;
    this.format = format;
    this.query = query;
    this.meter = meter;
    this.part = part;
    this.sink = sink;
    this.remedyOfRejects = remedyOfRejects;
  }

  /**
   * Opens a part for a result.
   *
   * @throws TransferException when the result does not fit the capture, or the part cannot be
   *     opened
   */
  static PartWriter open(
      CapturePlanner planner,
      CapturedParts parts,
      ColumnDefinitions columns,
      String query,
      Meter meter) {
    CaptureFormat format = planner.format(columns, query);
    parts.require(format);
    PartFile part = parts.newPart();
    try {
      RowSink sink = format.format().open(part.output());
      return new PartWriter(parts, format, query, meter, part, sink, planner.remedyOfRejects());
    } catch (IOException e) {
      closeAfter(e, part);
      throw failed(part, e);
    } catch (RuntimeException | Error e) {
      closeAfter(e, part);
      throw e;
    }
  }

  private static void closeAfter(Throwable failure, PartFile part) {
    try {
      part.close();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Writes a row, now or with those that follow.
   *
   * @throws TransferException when the row does not fit, or the part cannot be written
   */
  void add(Row row) {
    ByteBuffer[] cells = new ByteBuffer[format.rows().size()];
    for (int i = 0; i < cells.length; i++) {
      ByteBuffer cell = row.getBytesUnsafe(i);
      cells[i] = cell;
      waitingBytes += cell == null ? 0 : cell.remaining();
    }
    waiting.add(new CellRow(cells));
    if (waiting.size() >= CHUNK_ROWS || waitingBytes >= CHUNK_BYTES) {
      write();
    }
  }

  private void write() {
    try {
      sink.write(new RowChunk(waiting, 0, waitingBytes), this::reject);
    } catch (IOException e) {
      throw failed(part, e);
    } catch (OutOfMemoryError e) {
      throw Job.outOfMemory("Writing a part of " + part.name(), e);
    }
    meter.bytes(sink.bytes());
    meter.add(waiting.size());
    waiting = new ArrayList<>();
    waitingBytes = 0;
  }

  private void reject(RowView row, int column, String reason) {
    throw TransferException.of(
        ErrorCode.TOO_MANY_ERRORS,
        "A row does not fit: column " + format.rows().column(column).cqlName() + ": " + reason,
        remedyOfRejects);
  }

  /**
   * Completes the part, which joins the capture.
   *
   * @return how many rows it has
   */
  long finish() {
    write();
    try {
      RowSink.Summary summary = sink.finish();
      sink.close();
      part.publish();
      finished = true;
      parts.join(part, format, query, summary.rows(), summary.bytes(), summary.losses());
      meter.tell();
      return summary.rows();
    } catch (IOException e) {
      throw failed(part, e);
    } catch (OutOfMemoryError e) {
      throw Job.outOfMemory("Writing a part of " + part.name(), e);
    }
  }

  private static TransferException failed(PartFile part, IOException cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Writing a part of " + part.name() + " failed: " + cause.getMessage(),
            "Check the disk; nothing of this query was captured, and the capture goes on")
        .causedBy(cause);
  }

  /** Releases everything; without {@link #finish()} before, the part never was. */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    finished = true;
    try {
      closeBoth();
    } catch (IOException e) {
      throw failed(part, e);
    }
  }

  private void closeBoth() throws IOException {
    try {
      sink.close();
    } finally {
      part.close();
    }
  }
}
