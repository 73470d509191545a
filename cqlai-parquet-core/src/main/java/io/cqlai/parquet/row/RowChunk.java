package io.cqlai.parquet.row;

import java.util.List;

/**
 * Some rows of one schema: the unit that one stage of a transfer hands to the next.
 *
 * @param rows the rows; never changed after the chunk is made
 * @param firstPosition where the first row stands in what was read: for a file, counted from 0
 *     within its row group, the others following without a gap; for a scan, 0
 * @param bytes the size of all cells together, in bytes, for bounds on memory
 */
public record RowChunk(List<RowView> rows, long firstPosition, long bytes) {

  /** Returns how many rows there are. */
  public int size() {
    return rows.size();
  }
}
