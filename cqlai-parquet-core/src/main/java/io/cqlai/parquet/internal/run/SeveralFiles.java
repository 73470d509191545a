package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.dataset.ExportFiles;
import io.cqlai.parquet.internal.digest.DigestCounter;
import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.spi.OutputFormat;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/** Each thread writes files of its own, one after the other, each until it is full. */
final class SeveralFiles implements ExportOutput {

  /** Rows are written in pieces of this part of a file's size, so that it is kept to. */
  private static final int PIECES = 32;

  private final ExportFiles files;
  private final OutputFormat format;
  private final Optional<RowDigests> digests;
  private final Optional<FileDigest> digest;
  private final ReentrantLock lock = new ReentrantLock();
  private final LossCounters losses = new LossCounters();
  private long rows;
  private long bytes;
  private long rowGroups;
  private boolean any;

  /**
   * Makes the output.
   *
   * @param digests how the digests of the rows are made, if the files get any
   */
  SeveralFiles(ExportFiles files, OutputFormat format, Optional<RowDigests> digests) {
    this.files = files;
    this.format = format;
    this.digests = digests;
    this.digest = digests.map(RowDigests::ofNothing);
  }

  @Override
  public Lane lane() {
    return new FilesLane();
  }

  /** Adds a file that is complete. */
  private void add(RowSink.Summary summary, Optional<DigestCounter> counter) {
    lock.lock();
    try {
      any = true;
      rows += summary.rows();
      bytes += summary.bytes();
      rowGroups += summary.rowGroups();
      losses.add(summary.losses());
      digest.ifPresent(all -> all.sums().addAll(counter.orElseThrow().sums()));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public RowSink.Summary finish() throws IOException {
    if (!any) { // a reader needs one to see the columns
      try (OpenFile empty = new OpenFile()) {
        empty.finish();
      }
    }
    return new RowSink.Summary(rows, bytes, rowGroups, losses.losses());
  }

  @Override
  public Optional<FileDigest> digest() {
    return digest;
  }

  @Override
  public void close() {
    // the lanes have closed their files
  }

  /** A file of one thread. */
  private final class OpenFile implements AutoCloseable {
    private final ExportFiles.NewFile file = files.next();
    private final RowSink sink = format.open(file.output());
    private final Optional<DigestCounter> counter = digests.map(RowDigests::counter);

    OpenFile() throws IOException {
      // may fail to open its file
    }

    void write(ScanUnit unit, RowChunk chunk, RejectListener rejects) throws IOException {
      counter.ifPresent(digest -> WholeFile.add(digest, unit, chunk));
      sink.write(chunk, counter.map(digest -> digest.leavingOut(rejects)).orElse(rejects));
    }

    boolean isFull() {
      return sink.bytes() >= files.mostBytes();
    }

    void finish() throws IOException {
      counter.ifPresent(
          made ->
              sink.describe(
                  FileMetadata.digest(
                      new FileDigest(digests.orElseThrow().partitionKey(), made.sums()))));
      RowSink.Summary summary = sink.finish();
      file.written(summary);
      add(summary, counter);
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }

  private final class FilesLane implements Lane {
    @Nullable private OpenFile open;

    @Override
    public long write(ScanUnit unit, RowChunk chunk, RejectListener rejects) throws IOException {
      if (chunk.size() == 0) {
        return 0; // no file is begun for it
      }
      long written = 0;
      for (RowChunk piece : chunk.inPieces(Math.max(1, files.mostBytes() / PIECES))) {
        OpenFile file = open == null ? new OpenFile() : open;
        open = file;
        long before = file.sink.bytes();
        file.write(unit, piece, rejects);
        written += file.sink.bytes() - before;
        if (file.isFull()) {
          complete();
        }
      }
      return written;
    }

    private void complete() throws IOException {
      OpenFile file = open;
      if (file != null) {
        try (file) {
          file.finish();
        } finally {
          open = null;
        }
      }
    }

    @Override
    public void ended(ScanUnit unit) {
      // the directory is complete or it is nothing: no unit counts by itself
    }

    @Override
    public void finish() throws IOException {
      complete();
    }

    @Override
    public void close() throws IOException {
      if (open != null) {
        open.close();
      }
    }
  }
}
