package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.load.RowSpan;

/** Which rows of an import are read: those after SKIPROWS, as many as MAXROWS says. */
final class RowWindow {

  private long toSkip;
  private long left;
  private long skipped;

  RowWindow(long skipRows, long maxRows) {
    this.toSkip = skipRows;
    this.left = maxRows;
  }

  /** Tells whether no further row is read. */
  boolean isOver() {
    return left == 0;
  }

  /** Returns how many rows have been passed over. */
  long skipped() {
    return skipped;
  }

  /** Returns which rows of the next part are read where nobody knows how many it has. */
  RowSpan ahead() {
    long end = toSkip + left;
    return new RowSpan(toSkip, end < 0 ? Long.MAX_VALUE : end);
  }

  /** Returns which rows of the next part are read, and moves past it. */
  RowSpan next(long rows) {
    long first = Math.min(toSkip, rows);
    toSkip -= first;
    skipped += first;
    long count = Math.min(left, rows - first);
    left -= count;
    return new RowSpan(first, first + count);
  }
}
