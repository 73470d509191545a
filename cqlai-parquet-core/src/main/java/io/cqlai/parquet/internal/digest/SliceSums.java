package io.cqlai.parquet.internal.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * For each slice how many rows there are, and the sum of their hashes modulo 2^128: the order of
 * the rows does not matter, and a row that comes twice counts twice. Used by one thread at a time.
 */
public final class SliceSums {

  private final long[] rows;
  private final long[] high;
  private final long[] low;

  /**
   * Makes the sums of no rows.
   *
   * @param slices how many slices there are; above 0
   */
  public SliceSums(int slices) {
    rows = new long[slices];
    high = new long[slices];
    low = new long[slices];
  }

  /** Returns how many slices there are. */
  public int count() {
    return rows.length;
  }

  /** Returns how many rows a slice has. */
  public long rows(int slice) {
    return rows[slice];
  }

  /** Returns how many rows there are in all. */
  public long rows() {
    return Arrays.stream(rows).sum();
  }

  /** Adds a row by its hash. */
  public void add(int slice, Hash128 row) {
    add(slice, 1, row.high(), row.low());
  }

  /** Adds rows by the sum of their hashes. */
  void add(int slice, long count, long highHalf, long lowHalf) {
    long sum = low[slice] + lowHalf;
    long carry = Long.compareUnsigned(sum, lowHalf) < 0 ? 1 : 0;
    low[slice] = sum;
    high[slice] += highHalf + carry;
    rows[slice] += count;
  }

  /** Takes a row away. */
  void remove(int slice, long highHalf, long lowHalf) {
    long borrow = Long.compareUnsigned(low[slice], lowHalf) < 0 ? 1 : 0;
    low[slice] -= lowHalf;
    high[slice] -= highHalf + borrow;
    rows[slice]--;
  }

  /**
   * Adds all rows of another one.
   *
   * @throws IllegalArgumentException when it has another number of slices
   */
  public void addAll(SliceSums other) {
    if (other.count() != count()) {
      throw new IllegalArgumentException(other.count() + " slices and " + count());
    }
    for (int slice = 0; slice < rows.length; slice++) {
      add(slice, other.rows[slice], other.high[slice], other.low[slice]);
    }
  }

  /** Returns the slices in which this one and another of as many slices differ. */
  public List<Integer> differences(SliceSums other) {
    List<Integer> differing = new ArrayList<>();
    for (int slice = 0; slice < rows.length; slice++) {
      if (rows[slice] != other.rows[slice]
          || high[slice] != other.high[slice]
          || low[slice] != other.low[slice]) {
        differing.add(slice);
      }
    }
    return differing;
  }

  /** Returns the sums of all rows as one slice. */
  public SliceSums total() {
    SliceSums total = new SliceSums(1);
    for (int slice = 0; slice < rows.length; slice++) {
      total.add(0, rows[slice], high[slice], low[slice]);
    }
    return total;
  }

  /** Returns the sum of a slice in 32 hexadecimal digits. */
  public String hex(int slice) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high[slice]) + hex.toHexDigits(low[slice]);
  }
}
