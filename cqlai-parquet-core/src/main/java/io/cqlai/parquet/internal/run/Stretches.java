package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.checkpoint.ImportMarks;
import io.cqlai.parquet.internal.load.Stretch;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.Loss;
import java.time.Duration;
import java.util.List;

/**
 * Cuts the rows that one thread reads into the stretches that count as done together. Without a
 * checkpoint all rows of a part that are read are one.
 */
final class Stretches {

  /** A stretch ends with the chunk that brings it to so many rows. */
  private static final long ROWS = 10_000;

  /** Nor does one stay open for longer: what is done is to count soon. */
  private static final long NANOS = Duration.ofMillis(500).toNanos();

  private final ImportMarks marks;
  private Stretch current = new Stretch(0, 0, 0); // of no rows, until a part is read
  private long first;
  private long tick = System.nanoTime();
  private List<Loss> lost = List.of();
  private List<Loss> lostBefore = List.of();

  Stretches(ImportMarks marks) {
    this.marks = marks;
  }

  /** Begins with a part of which nothing has been read. */
  void open() {
    lost = List.of();
    lostBefore = List.of();
  }

  /** Begins at a row. */
  void begin(ImportParts.Part part, long row) {
    current = marks.begin(part.file(), part.number(), row);
    first = row;
  }

  /** Returns the stretch of the rows that are being written. */
  Stretch current() {
    return current;
  }

  /**
   * Learns what the values of the part have lost, up to the last row that was written.
   *
   * @param all since the part was opened
   */
  void lost(List<Loss> all) {
    lost = all;
  }

  /** Tells whether there are enough rows before this one, the first of a chunk. */
  boolean isLong(long row) {
    return marks.areKept() && row - first >= ROWS;
  }

  /** Tells, now and then, that it is time to make what has been read count. */
  boolean isTime() {
    return marks.areKept() && System.nanoTime() - tick >= NANOS;
  }

  /** Begins to wait for the next time. */
  void tick() {
    tick = System.nanoTime();
  }

  /** Ends before a row. */
  void end(long row) {
    current.end(row, LossCounters.between(lostBefore, lost));
    lostBefore = lost;
  }
}
