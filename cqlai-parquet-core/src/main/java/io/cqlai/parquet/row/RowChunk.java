package io.cqlai.parquet.row;

import java.util.ArrayList;
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

  /**
   * Returns the same rows in pieces of about equal size, none of them empty.
   *
   * @param most how many bytes a piece has at most, where rows are of about one size
   */
  public List<RowChunk> inPieces(long most) {
    int count = (int) Math.min(rows.size(), (bytes + most - 1) / most);
    if (count <= 1) {
      return List.of(this);
    }
    List<RowChunk> pieces = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) rows.size() * i / count);
      int to = (int) ((long) rows.size() * (i + 1) / count);
      List<RowView> piece = rows.subList(from, to);
      long size = piece.stream().mapToLong(RowView::bytes).sum();
      pieces.add(new RowChunk(piece, firstPosition + from, size));
    }
    return pieces;
  }
}
