package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.report.Loss;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rows of one part of a file that count as done together: once each of them has been written, or
 * left out on purpose. A row that is rejected is never answered for, so that its stretch is never
 * done. One thread begins and ends it; the answers come on any.
 */
public final class Stretch {

  /** More rows than a part has: nothing is done while its rows are still being read. */
  private static final long READING = 1L << 62;

  private final int file;
  private final int part;
  private final long first;
  private final AtomicLong open = new AtomicLong(READING);
  private final AtomicLong skipped = new AtomicLong();
  private long end;
  private List<Loss> losses = List.of();

  /**
   * Begins at a row.
   *
   * @param file the position of its file, from 0
   * @param part the part within the file, from 0
   * @param first the row within its part, from 0
   */
  public Stretch(int file, int part, long first) {
    this.file = file;
    this.part = part;
    this.first = first;
  }

  /** Returns the position of its file. */
  public int file() {
    return file;
  }

  /** Returns its part within the file. */
  public int part() {
    return part;
  }

  /** Returns where a row of it stands. */
  RowPlace place(long position) {
    return new RowPlace(file, part, position);
  }

  /** Counts rows that the server has taken. */
  public void answered(int rows) {
    open.addAndGet(-rows);
  }

  /** Counts a row that was left out on purpose. */
  public void skipped() {
    skipped.incrementAndGet();
    answered(1);
  }

  /**
   * Ends before a row; each row from the first to here was sent or rejected.
   *
   * @param lost what the values of its rows have lost
   */
  public void end(long row, List<Loss> lost) {
    end = row;
    losses = List.copyOf(lost);
    open.addAndGet(row - first - READING);
  }

  /** Tells whether it has ended and every row of it is answered for. */
  public boolean isDone() {
    return open.get() == 0;
  }

  /** Returns its rows; to be called when it is done. */
  public RowSpan rows() {
    return new RowSpan(first, end);
  }

  /** Returns how many of its rows were left out on purpose. */
  public long skippedRows() {
    return skipped.get();
  }

  /** Returns what its values have lost; to be called when it is done. */
  public List<Loss> losses() {
    return losses;
  }
}
