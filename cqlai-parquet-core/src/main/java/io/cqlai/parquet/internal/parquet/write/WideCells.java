package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * What huge cells there are in a chunk of rows.
 *
 * @param columns the positions of the columns that have one
 * @param largestRow the size of the largest row in bytes; 0 where there is no huge cell
 */
record WideCells(BitSet columns, long largestRow) {

  /** A cell from this size on fills a page by itself. */
  static final int HUGE_BYTES = PageEncoding.PAGE_BYTES;

  /** A chunk of ordinary rows is closed before this size. */
  private static final long LARGE_CHUNK = 8L * HUGE_BYTES;

  /**
   * Rows of a smaller average are not looked at: what huge cells they have is a few MiB at most.
   */
  private static final long LARGE_ROW = 1L << 16;

  private static final WideCells NONE = new WideCells(new BitSet(), 0);

  /** Tells whether a chunk may have cells that matter for pages. */
  private static boolean mayBeIn(RowChunk chunk) {
    long average = chunk.bytes() / Math.max(1, chunk.size());
    return chunk.bytes() >= LARGE_CHUNK || (chunk.bytes() >= HUGE_BYTES && average >= LARGE_ROW);
  }

  static WideCells in(RowChunk chunk) {
    if (!mayBeIn(chunk)) {
      return NONE;
    }
    BitSet columns = new BitSet();
    long largest = 0;
    for (RowView row : chunk.rows()) {
      long bytes = 0;
      for (int i = 0; i < row.size(); i++) {
        ByteBuffer cell = row.cell(i);
        int size = cell == null ? 0 : cell.remaining();
        bytes += size;
        if (size >= HUGE_BYTES) {
          columns.set(i);
        }
      }
      largest = Math.max(largest, bytes);
    }
    return columns.isEmpty() ? NONE : new WideCells(columns, largest);
  }
}
