package io.cqlai.parquet.benchmarks.encoding;

import io.cqlai.parquet.benchmarks.table.BenchTable;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table as an export gets them from the driver: in pages, as CQL's bytes. */
public final class RowsInMemory {

  private static final int PAGE_ROWS = 5_000;

  private RowsInMemory() {}

  /** Makes the first rows of a table. */
  public static List<RowChunk> of(BenchTable table, long count) {
    List<RowChunk> pages = new ArrayList<>();
    for (long first = 0; first < count; first += PAGE_ROWS) {
      pages.add(page(table, first, Math.min(count, first + PAGE_ROWS)));
    }
    return pages;
  }

  private static RowChunk page(BenchTable table, long from, long to) {
    List<RowView> rows = new ArrayList<>();
    long bytes = 0;
    for (long number = from; number < to; number++) {
      ByteBuffer[] cells = table.row(number);
      for (ByteBuffer cell : cells) {
        bytes += cell.remaining();
      }
      rows.add(new CellRow(cells));
    }
    return new RowChunk(rows, 0, bytes);
  }
}
