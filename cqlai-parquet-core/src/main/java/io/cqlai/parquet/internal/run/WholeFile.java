package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.digest.DigestCounter;
import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.spi.EncodedRows;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowEncoder;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Several threads encode, and what they have encoded is appended to one file, part by part. */
final class WholeFile implements ExportOutput {

  private final RowSink sink;
  private final Optional<RowDigests> digests;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<DigestCounter> counters = new ArrayList<>();

  /**
   * Makes the output of a file that was opened, and which it closes.
   *
   * @param digests how the digest of its rows is made, if it gets one
   */
  WholeFile(RowSink sink, Optional<RowDigests> digests) {
    this.sink = sink;
    this.digests = digests;
  }

  @Override
  public Lane lane() {
    lock.lock();
    try {
      Optional<DigestCounter> counter = digests.map(RowDigests::counter);
      counter.ifPresent(counters::add);
      return new EncodingLane(sink.encoder(), counter);
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
    digest().ifPresent(all -> sink.describe(FileMetadata.digest(all)));
    return sink.finish();
  }

  @Override
  public Optional<FileDigest> digest() {
    return digests.map(
        how -> {
          FileDigest all = how.ofNothing();
          counters.forEach(counter -> all.sums().addAll(counter.sums()));
          return all;
        });
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  /** Adds rows of a unit to a digest. */
  static void add(DigestCounter digest, ScanUnit unit, RowChunk rows) {
    if (unit.span() == null) {
      digest.add(rows);
    } else {
      digest.addInOrder(rows);
    }
  }

  private final class EncodingLane implements Lane {
    private final RowEncoder encoder;
    private final Optional<DigestCounter> counter;

    EncodingLane(RowEncoder encoder, Optional<DigestCounter> counter) {
      this.encoder = encoder;
      this.counter = counter;
    }

    @Override
    public long write(ScanUnit unit, RowChunk rows, RejectListener rejects) throws IOException {
      long before = encoder.bytes();
      counter.ifPresent(digest -> add(digest, unit, rows));
      encoder.write(
          rows,
          counter.map(digest -> digest.leavingOut(rejects)).orElse(rejects),
          WholeFile.this::append);
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
