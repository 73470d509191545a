package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.spi.EncodedRows;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowEncoder;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Writes the lines of one file: a header, if there is one, and what encoders complete. */
public final class TextSink implements RowSink {

  private final PositionOutputStream out;
  private final Supplier<TextEncoder> encoders;
  private final TextEncoder own;
  private long rows;
  private boolean closed;

  private TextSink(PositionOutputStream out, Supplier<TextEncoder> encoders, TextEncoder own) {
    this.out = out;
    this.encoders = encoders;
    this.own = own;
  }

  /**
   * Opens a file for writing; one that exists is written over.
   *
   * @param target where to write; its stream is closed by {@link #finish()} or {@link #close()}
   * @param header what stands before the first row; may be empty
   * @param encoders makes encoders of rows
   * @throws IOException when the target cannot be opened
   */
  public static TextSink open(OutputFile target, byte[] header, Supplier<TextEncoder> encoders)
      throws IOException {
    TextEncoder own = encoders.get();
    TextSink sink = new TextSink(target.createOrOverwrite(0), encoders, own);
    try {
      sink.out.write(header);
      return sink;
    } catch (IOException | RuntimeException e) {
      sink.closeAfter(e);
      throw e;
    }
  }

  private void closeAfter(Exception failure) {
    try {
      close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public RowEncoder encoder() {
    return encoders.get();
  }

  @Override
  public void append(EncodedRows part) throws IOException {
    TextBlock block = (TextBlock) part;
    block.bytes().writeTo(out);
    rows += block.rows();
  }

  @Override
  public void write(RowChunk chunk, RejectListener rejects) throws IOException {
    own.write(chunk, rejects, this::append);
  }

  @Override
  public long bytes() {
    try {
      return out.getPos() + own.waiting();
    } catch (IOException e) {
      return own.bytes(); // the next write tells of it
    }
  }

  @Override
  public Summary finish() throws IOException {
    own.finish(this::append);
    long bytes = out.getPos();
    close();
    return new Summary(rows, bytes, 0, List.of());
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      own.close();
      out.close();
    }
  }
}
