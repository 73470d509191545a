package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.internal.value.CellCheck;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.EncodedRows;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.apache.parquet.bytes.CapacityByteArrayOutputStream;
import org.apache.parquet.bytes.HeapByteBufferAllocator;

/** Encodes rows as lines in memory; a part is completed when it has some hundred kilobytes. */
public abstract class TextEncoder implements RowEncoder {

  private static final int PART_BYTES = 256 << 10;
  private static final int PIECE_BYTES = 64 << 10;

  private final CellCheck check = new CellCheck();
  private final int[] texts;
  private final String notUtf8;
  private CapacityByteArrayOutputStream part = newPart();
  private long rows;
  private long completedBytes;

  /**
   * Makes an encoder.
   *
   * @param notUtf8 why a text whose bytes are no UTF-8 is not written
   */
  protected TextEncoder(RowSchema rows, String notUtf8) {
    this.texts =
        IntStream.range(0, rows.size())
            .filter(i -> CellCheck.isText(rows.column(i).type()))
            .toArray();
    this.notUtf8 = notUtf8;
  }

  /** Returns a stream into the part that is being made, whichever it is. */
  protected final OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        part.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        part.write(bytes, offset, length);
      }
    };
  }

  /**
   * Encodes a row, whose texts are UTF-8, as a line.
   *
   * @return whether it was written; where not, the listener was told, and no part of it is written
   * @throws IOException when it throws
   */
  protected abstract boolean encode(RowView row, RejectListener rejects) throws IOException;

  /** Brings everything that was encoded into the stream; called behind some rows. */
  protected abstract void flush() throws IOException;

  @Override
  public final void write(RowChunk chunk, RejectListener rejects, EncodedRows.Taker completed)
      throws IOException {
    long stepBytes = 0;
    long rowBytes = chunk.bytes() / Math.max(1, chunk.size());
    for (RowView row : chunk.rows()) {
      rows += isUtf8(row, rejects) && encode(row, rejects) ? 1 : 0;
      stepBytes += rowBytes;
      if (stepBytes >= PART_BYTES / 4) {
        stepBytes = 0;
        complete(PART_BYTES, completed);
      }
    }
    complete(PART_BYTES, completed);
  }

  private boolean isUtf8(RowView row, RejectListener rejects) {
    for (int column : texts) {
      ByteBuffer cell = row.cell(column);
      if (cell != null && !check.isUtf8(cell)) {
        rejects.rejected(row, column, notUtf8);
        return false;
      }
    }
    return true;
  }

  @Override
  public final void finish(EncodedRows.Taker completed) throws IOException {
    complete(1, completed);
  }

  private void complete(int leastBytes, EncodedRows.Taker completed) throws IOException {
    flush();
    if (part.size() >= leastBytes) {
      TextBlock block = new TextBlock(part, rows);
      completedBytes += part.size();
      part = newPart();
      rows = 0;
      completed.take(block);
    }
  }

  @Override
  public final long bytes() {
    return completedBytes + waiting();
  }

  /** Returns the bytes of the part that is not completed yet. */
  final long waiting() {
    return part.size();
  }

  /** A part grows piece by piece: nothing is copied when a row is large. */
  private static CapacityByteArrayOutputStream newPart() {
    return new CapacityByteArrayOutputStream(
        PIECE_BYTES, 5 * PIECE_BYTES, HeapByteBufferAllocator.getInstance());
  }

  @Override
  public void close() {
    part = newPart();
  }
}
