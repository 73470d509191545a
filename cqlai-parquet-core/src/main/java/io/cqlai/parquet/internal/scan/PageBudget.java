package io.cqlai.parquet.internal.scan;

/**
 * How many pages may be on their way or wait at once, so that together they stay below a bound in
 * memory. Until the first page has come of a table whose rows may be of any size, only one may be
 * asked for. Used by one thread at a time.
 */
public final class PageBudget {

  /** What a cell takes on the heap beside its bytes: its buffer, and its places in two arrays. */
  private static final int CELL_BYTES = 80;

  private static final int BOUNDED_CELL_BYTES = CELL_BYTES + 16;

  private static final int MOST_UNKNOWN = 4;

  private final long most;
  private final int columns;
  private final boolean bounded;
  private long came;
  private long rowBytes;
  private long held;

  /**
   * Makes a budget.
   *
   * @param most the bound in bytes of heap; a larger page is read by itself
   * @param bounded whether no row can be large, so that the first pages may come together
   */
  public PageBudget(long most, int columns, boolean bounded) {
    this.most = most;
    this.columns = columns;
    this.bounded = bounded;
    this.rowBytes = bounded ? (long) columns * BOUNDED_CELL_BYTES : most;
  }

  /**
   * Tells whether another page may be asked for.
   *
   * @param pageRows how many rows it may have
   * @param onTheirWay how many such pages have been asked for and have not come
   */
  public boolean hasRoom(int pageRows, int onTheirWay) {
    if (held == 0 && onTheirWay == 0) {
      return true;
    }
    if (!bounded && onTheirWay > came) {
      return false; // one more for each page that came
    }
    return isUnknown()
        ? onTheirWay < MOST_UNKNOWN
        : held + pageBytes(pageRows) * (onTheirWay + 1) <= most;
  }

  private boolean isUnknown() {
    return rowBytes == most;
  }

  /** Holds a page that came, and returns what it needs, for {@link #release}. */
  public long hold(int rows, long bytes) {
    long heap = bytes + (long) rows * columns * CELL_BYTES;
    held += heap;
    return heap;
  }

  /**
   * Learns from a page what rows need; after a large one it stays careful for a while. A page
   * without rows tells nothing of them.
   */
  public void learn(int rows, long bytes) {
    came++;
    if (rows > 0) {
      long now = bytes / rows + (long) columns * CELL_BYTES;
      rowBytes = isUnknown() ? now : Math.max(now, rowBytes - rowBytes / 8);
    }
  }

  /** Returns what a row is taken to need on the heap, in bytes. */
  public long rowBytes() {
    return rowBytes;
  }

  /** Lets go of a page that has been written. */
  public void release(long heldBytes) {
    held -= heldBytes;
  }

  /** Returns the bytes of what is held. */
  public long held() {
    return held;
  }

  private long pageBytes(int rows) {
    return Math.min(most, rowBytes * Math.max(1, rows));
  }
}
