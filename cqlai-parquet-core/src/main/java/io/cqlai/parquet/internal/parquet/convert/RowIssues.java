package io.cqlai.parquet.internal.parquet.convert;

/** Whether anything went wrong in the row at hand: most rows have nothing to look at. */
public final class RowIssues {

  private boolean told;

  /** Begins the next row. */
  public void begin() {
    told = false;
  }

  /** Notes that a column has an issue. */
  void tell() {
    told = true;
  }

  /** Tells whether any column has had an issue since {@link #begin()}. */
  public boolean any() {
    return told;
  }
}
