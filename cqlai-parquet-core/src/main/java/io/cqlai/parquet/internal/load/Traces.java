package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.internal.load.ReadBack.Outcome;

/**
 * What the cells of a row that is there show of a conditional write. A cell that is older than the
 * write proves that the write was not applied, because it would have taken the cell's place, or
 * found the row there. Of a cell without a value no age is known.
 *
 * @param older whether a cell is older than the write
 * @param sent whether a cell is as new as the write, and has the value that was sent
 * @param others whether a cell is as new, and has another value
 * @param missing whether a cell has no value, and one was sent
 */
record Traces(boolean older, boolean sent, boolean others, boolean missing) {

  /** Returns what became of a write that needs the row not to be there. */
  Outcome ofInsert() {
    if (older) {
      return Outcome.SKIPPED;
    }
    return sent && !others && !missing ? Outcome.WRITTEN : Outcome.UNKNOWN;
  }

  /**
   * Returns what became of a write that needs the row to be there. What somebody else has written
   * meanwhile is not written over. Cells that have no value were most likely without one before.
   */
  Outcome ofUpdate() {
    if (others) {
      return Outcome.UNKNOWN;
    }
    if (older) {
      return Outcome.SEND_AGAIN;
    }
    if (missing) {
      return sent ? Outcome.UNKNOWN : Outcome.SEND_AGAIN;
    }
    return sent ? Outcome.WRITTEN : Outcome.UNKNOWN;
  }
}
