package io.cqlai.parquet.internal.scan;

/**
 * Chooses how many rows to ask for in the next page, so that a page stays near 4 MB: a server that
 * is asked for a page of large cells holds all of it in memory at once. Sizes at most double from
 * one page to the next. Used by one thread at a time.
 */
public final class PageSizer {

  /** The size of a page to aim at, in bytes of cells. */
  static final long TARGET_BYTES = 4_000_000;

  /** The first page of a table whose rows may be of any size. */
  private static final int CAREFUL_START = 2;

  private final int most;
  private int next;

  private PageSizer(int most, int first) {
    this.most = most;
    this.next = Math.min(most, first);
  }

  /** Returns the sizer for rows of bounded size: full pages from the start. */
  public static PageSizer bounded(int most) {
    return new PageSizer(most, most);
  }

  /**
   * Returns the sizer for rows that may be large: it starts small.
   *
   * @param partitionBytes the mean size of a partition as the server estimates it, which no row of
   *     it can exceed by much; 0 when it is not known
   */
  public static PageSizer unbounded(int most, long partitionBytes) {
    long first = partitionBytes <= 0 ? CAREFUL_START : TARGET_BYTES / partitionBytes;
    return new PageSizer(most, (int) Math.max(CAREFUL_START, Math.min(most, first)));
  }

  /** Returns how many rows to ask for, 1 or more. */
  public int next() {
    return next;
  }

  /**
   * Learns from a page that came. A page without rows teaches nothing.
   *
   * @param asked how many rows it was asked for: several pages that were asked for together let the
   *     next one double once
   */
  public void came(int asked, int rows, long bytes) {
    if (rows == 0) {
      return;
    }
    long fitting = TARGET_BYTES * rows / Math.max(1, bytes);
    long grown = Math.max(next, 2L * asked);
    next = (int) Math.max(1, Math.min(most, Math.min(grown, fitting)));
  }
}
