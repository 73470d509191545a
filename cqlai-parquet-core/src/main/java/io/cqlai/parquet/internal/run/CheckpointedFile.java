package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.checkpoint.ExportParts;
import io.cqlai.parquet.internal.digest.DigestCounter;
import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.scan.TokenSpan;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file that is made of parts, so that what is done survives a kill. All rows of a unit go to one
 * part; a part takes unit after unit until it is large or old enough, and counts from then on. At
 * the end the parts are joined.
 */
final class CheckpointedFile implements ExportOutput {

  /** An older part takes no further unit: what is done is to count soon. */
  private static final long PART_NANOS = Duration.ofSeconds(10).toNanos();

  /** How often parts are looked for that no unit has come to any more. */
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  private final ExportParts parts;
  private final ParquetFormat format;
  private final RowDigests digests;
  private final Runnable step;
  private final long partBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<ScanUnit, Part> byUnit = new IdentityHashMap<>();
  private final Deque<Part> idle = new ArrayDeque<>();
  private long nextLook = System.nanoTime() + LOOK_NANOS;

  /**
   * Makes the output.
   *
   * @param parts the checkpoint, which the caller closes
   * @param partBytes at how many bytes a part takes no further unit
   * @param digests how the digests of the rows are made; that of each part stands in its footer
   * @param step is called now and then while parts are joined; what it throws ends that
   */
  CheckpointedFile(
      ExportParts parts, ParquetFormat format, long partBytes, RowDigests digests, Runnable step) {
    this.parts = parts;
    this.format = format;
    this.digests = digests;
    this.step = step;
    this.partBytes = partBytes;
  }

  @Override
  public Lane lane() {
    return new PartsLane();
  }

  private Part partOf(ScanUnit unit) throws IOException {
    lock.lock();
    try {
      Part part = byUnit.get(unit);
      if (part == null) {
        part = idle.isEmpty() ? new Part() : idle.remove();
        byUnit.put(unit, part);
      }
      return part;
    } finally {
      lock.unlock();
    }
  }

  /** Completes the parts that are old and have waited for another unit. */
  private void completeOld() throws IOException {
    List<Part> old = new ArrayList<>();
    lock.lock();
    try {
      long now = System.nanoTime();
      if (now - nextLook < 0) {
        return;
      }
      nextLook = now + LOOK_NANOS;
      for (Part part : idle) {
        if (part.isOld()) {
          old.add(part);
        }
      }
      idle.removeAll(old);
    } finally {
      lock.unlock();
    }
    completeAll(old);
  }

  private static void completeAll(List<Part> complete) throws IOException {
    int done = 0;
    try {
      for (Part part : complete) {
        done++;
        part.complete(part.spans);
      }
    } finally {
      discardAll(complete.subList(done, complete.size()));
    }
  }

  private void ended(ScanUnit unit) throws IOException {
    Part part = partOf(unit);
    boolean complete = part.covers(unit);
    lock.lock();
    try {
      byUnit.remove(unit);
      if (!complete) {
        idle.add(part);
      }
    } finally {
      lock.unlock();
    }
    if (complete) {
      part.complete(part.spans);
    }
  }

  @Override
  public RowSink.Summary finish() throws IOException {
    List<Part> last = List.copyOf(idle);
    idle.clear();
    completeAll(last);
    for (Part part : byUnit.values()) { // units that a LIMIT has cut off
      part.complete(List.of());
    }
    byUnit.clear();
    return parts.join(digests, step);
  }

  @Override
  public Optional<FileDigest> digest() {
    return parts.digest();
  }

  /** Keeps what is complete also where the export fails, for the run that goes on. */
  @Override
  public void close() throws IOException {
    List<Part> complete = List.copyOf(idle);
    idle.clear();
    try {
      completeAll(complete);
    } finally {
      discardAll(byUnit.values());
    }
  }

  private static void discardAll(Collection<Part> parts) throws IOException {
    IOException failure = null;
    for (Part part : parts) {
      try {
        part.discard();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** A part that is being written, by one thread at a time. */
  private final class Part {
    private final ReentrantLock writing = new ReentrantLock();
    private final StagedFile file = parts.newPart();
    private final RowSink sink = format.open(file.output());
    private final DigestCounter digest = digests.counter();
    private final long begun = System.nanoTime();
    private final List<TokenSpan> spans = new ArrayList<>();
    private boolean rejects;

    Part() throws IOException {
      // may fail to open its file
    }

    long write(ScanUnit unit, RowChunk rows, RejectListener listener) throws IOException {
      writing.lock();
      try {
        long before = sink.bytes();
        WholeFile.add(digest, unit, rows);
        sink.write(
            rows,
            digest.leavingOut(
                (row, column, reason) -> {
                  rejects = true;
                  listener.rejected(row, column, reason);
                }));
        return sink.bytes() - before;
      } finally {
        writing.unlock();
      }
    }

    /** Adds the stretch of a unit, and tells whether the part is complete with it. */
    boolean covers(ScanUnit unit) {
      if (unit.span() != null) {
        spans.add(unit.span());
      }
      return sink.bytes() >= partBytes || isOld();
    }

    boolean isOld() {
      return System.nanoTime() - begun >= PART_NANOS;
    }

    /** Completes the part. Rows that were rejected are told of again by a run that goes on. */
    void complete(List<TokenSpan> covered) throws IOException {
      try {
        sink.describe(FileMetadata.digest(new FileDigest(digests.partitionKey(), digest.sums())));
        RowSink.Summary summary = sink.finish();
        sink.close();
        parts.add(file, rejects ? List.of() : covered, summary);
      } finally {
        discard();
      }
    }

    /** Gives up what has not been completed. */
    void discard() throws IOException {
      try (file) {
        sink.close();
      }
    }
  }

  private final class PartsLane implements Lane {

    @Override
    public long write(ScanUnit unit, RowChunk rows, RejectListener rejects) throws IOException {
      completeOld();
      return partOf(unit).write(unit, rows, rejects);
    }

    @Override
    public void ended(ScanUnit unit) throws IOException {
      CheckpointedFile.this.ended(unit);
    }

    @Override
    public void finish() {
      // the last parts are completed when all threads have come to their end
    }

    @Override
    public void close() {
      // holds nothing of its own
    }
  }
}
