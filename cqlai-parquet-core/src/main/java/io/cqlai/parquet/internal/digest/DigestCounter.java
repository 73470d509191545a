package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RejectListener;
import java.util.List;

/** Makes the digest of the rows that it is given. Used by one thread at a time. */
public final class DigestCounter {

  private final RowHasher hasher;
  private final Slicing slicing;
  private final SliceSums sums;

  DigestCounter(RowHasher hasher, Slicing slicing) {
    this.hasher = hasher;
    this.slicing = slicing;
    this.sums = new SliceSums(slicing.count());
  }

  /** Adds rows in any order. */
  public void add(RowChunk chunk) {
    for (RowView row : chunk.rows()) {
      add(row, slicing.of(row));
    }
  }

  /**
   * Adds rows that are in the order of the ring, as a stretch of it is read: their slices are found
   * by those of a few.
   */
  public void addInOrder(RowChunk chunk) {
    List<RowView> rows = chunk.rows();
    int next = 0;
    while (next < rows.size()) {
      int slice = slicing.of(rows.get(next));
      int end = end(rows, next, slice);
      for (; next < end; next++) {
        add(rows.get(next), slice);
      }
    }
  }

  /** Returns where the rows of a slice end. */
  private int end(List<RowView> rows, int from, int slice) {
    int end = rows.size();
    if (slicing.of(rows.get(end - 1)) == slice) {
      return end;
    }
    int begin = from + 1;
    while (begin < end) {
      int middle = (begin + end) >>> 1;
      if (slicing.of(rows.get(middle)) == slice) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    return begin;
  }

  private void add(RowView row, int slice) {
    hasher.hash(row);
    sums.add(slice, hasher);
  }

  /**
   * Returns a listener that takes each row that it is told of out of the digest, before or after
   * the row is added, and then tells another listener.
   */
  public RejectListener leavingOut(RejectListener next) {
    return (row, column, reason) -> {
      hasher.hash(row);
      sums.remove(slicing.of(row), hasher.high(), hasher.low());
      next.rejected(row, column, reason);
    };
  }

  /** Returns the digest of what was added so far; it goes on with what is added. */
  public SliceSums sums() {
    return sums;
  }
}
