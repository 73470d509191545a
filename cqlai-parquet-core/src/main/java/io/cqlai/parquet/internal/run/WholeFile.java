package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.spi.EncodedRows;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowEncoder;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** Several threads encode, and what they have encoded is appended to one file, part by part. */
final class WholeFile implements ExportOutput {

  private final RowSink sink;
  private final ReentrantLock lock = new ReentrantLock();

  /** Makes the output of a file that was opened, and which it closes. */
  WholeFile(RowSink sink) {
    this.sink = sink;
  }

  @Override
  public Lane lane() {
    lock.lock();
    try {
      return new EncodingLane(sink.encoder());
    } finally {
      lock.unlock();
    }
  }

  private void append(EncodedRows part) throws IOException {
    lock.lock();
    try {
      sink.append(part);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public RowSink.Summary finish() throws IOException {
    return sink.finish();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  private final class EncodingLane implements Lane {
    private final RowEncoder encoder;

    EncodingLane(RowEncoder encoder) {
      this.encoder = encoder;
    }

    @Override
    public long write(ScanUnit unit, RowChunk rows, RejectListener rejects) throws IOException {
      long before = encoder.bytes();
      encoder.write(rows, rejects, WholeFile.this::append);
      return encoder.bytes() - before;
    }

    @Override
    public void ended(ScanUnit unit) {
      // the file is complete or it is nothing: no unit counts by itself
    }

    @Override
    public void finish() throws IOException {
      encoder.finish(WholeFile.this::append);
    }

    @Override
    public void close() {
      encoder.close();
    }
  }
}
