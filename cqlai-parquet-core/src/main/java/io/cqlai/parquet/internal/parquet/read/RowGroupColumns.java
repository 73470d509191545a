package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.internal.parquet.page.ColumnChunk;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.PlainPages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * Some columns of a row group, each with a cursor, over one stream. A column is read in windows and
 * held by the page: a row group may be larger than the heap.
 */
final class RowGroupColumns implements AutoCloseable {

  private static final int LEAST_WINDOW = 16 << 10;

  private final SeekableInputStream stream;
  private final PlainPages plainPages;
  private final Place place;
  private final long rows;
  private final ColumnCursor[] byLeaf;
  private final List<ColumnCursor> cursors = new ArrayList<>();

  private RowGroupColumns(
      SeekableInputStream stream,
      Footer.RowGroup group,
      int[] leaves,
      ReadLimits limits,
      Place place) {
    this.stream = stream;
    this.place = place;
    this.rows = group.rows();
    this.plainPages = new PlainPages(new Codecs(), limits.pageBytes());
    this.byLeaf = new ColumnCursor[group.columns().size()];
    long each = Math.max(LEAST_WINDOW, limits.windowBytes() / leaves.length);
    for (int leaf : leaves) {
      ColumnChunk chunk = group.columns().get(leaf);
      int window = (int) Math.min(each, Math.max(1, chunk.length()));
      byLeaf[leaf] = new ColumnCursor(chunk, stream, window, plainPages);
      cursors.add(byLeaf[leaf]);
    }
  }

  static RowGroupColumns open(
      InputFile file, Footer.RowGroup group, int[] leaves, ReadLimits limits, Place place)
      throws IOException {
    return new RowGroupColumns(file.newStream(), group, leaves, limits, place);
  }

  /** Returns the cursor of a column by its number in the schema. */
  ColumnCursor cursor(int leaf) {
    return byLeaf[leaf];
  }

  /** Returns all cursors. */
  List<ColumnCursor> cursors() {
    return cursors;
  }

  long rows() {
    return rows;
  }

  /** Returns the row group's place. */
  Place place() {
    return place;
  }

  @Override
  public void close() throws IOException {
    try (stream) {
      plainPages.close();
    }
  }
}
