package io.cqlai.parquet.internal.load;

/**
 * Rows of one part of a file that stand one after the other.
 *
 * @param first the first of them, from 0
 * @param end the first row after them
 */
public record RowSpan(long first, long end) {

  /** Tells whether there is no row. */
  public boolean isEmpty() {
    return first == end;
  }
}
