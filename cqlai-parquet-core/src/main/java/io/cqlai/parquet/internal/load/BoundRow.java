package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;

/**
 * A row that is bound to its statement.
 *
 * @param stretch the rows with which it counts as done
 * @param position the row within its part, from 0
 * @param bytes the size of its cells in bytes
 * @param writeTimeMarker the position of the marker of the write time, or −1 without one
 */
record BoundRow(
    LoadSpec spec,
    RowView row,
    Stretch stretch,
    long position,
    long bytes,
    BoundStatement statement,
    int writeTimeMarker) {

  /**
   * Returns the row for another attempt. A list's cells are added to those of the same write time,
   * so each attempt takes a later one.
   */
  BoundRow again(long writeTimeMicros) {
    if (writeTimeMarker < 0 || !spec.hasOpenList()) {
      return this;
    }
    ByteBuffer later = ByteBuffer.allocate(Long.BYTES).putLong(0, writeTimeMicros);
    BoundStatement next = statement.setBytesUnsafe(writeTimeMarker, later);
    return new BoundRow(spec, row, stretch, position, bytes, next, writeTimeMarker);
  }

  /** Returns where it stands. */
  RowPlace place() {
    return stretch.place(position);
  }
}
