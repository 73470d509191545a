package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.digest.RowHasher;
import io.cqlai.parquet.internal.verify.Differences;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/** The first rows of a table of which the file has others: kept to say in which columns. */
final class OtherRows {

  /** Rows of this many bytes together are kept, and no more. */
  private static final long MOST_BYTES = 8L << 20;

  private final RowDigests digests;
  private final List<RowHasher> byColumn;
  private final Map<List<Long>, RowView> rows = new HashMap<>();
  private long bytes;

  OtherRows(RowDigests digests) {
    this.digests = digests;
    this.byColumn =
        IntStream.range(0, digests.rows().size())
            .mapToObj(i -> new RowHasher(digests.rows().columns(), digests.kept(), IntStream.of(i)))
            .toList();
  }

  /** Keeps a row of the table, if there is room for it. */
  void keep(RowHasher key, RowView row) {
    if (rows.size() >= Differences.MOST_KEPT || bytes >= MOST_BYTES) {
      return;
    }
    ByteBuffer[] cells = new ByteBuffer[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = copy(row.cell(i));
    }
    rows.put(List.of(key.high(), key.low()), new CellRow(cells));
  }

  @Nullable
  private ByteBuffer copy(@Nullable ByteBuffer cell) {
    if (cell == null) {
      return null;
    }
    bytes += cell.remaining();
    return ByteBuffer.allocate(cell.remaining()).put(cell.duplicate()).flip();
  }

  /** Tells whether the row of a key was kept. */
  boolean has(RowHasher key) {
    return rows.containsKey(List.of(key.high(), key.low()));
  }

  /** Returns the columns in which the file's row differs from the one that was kept. */
  List<String> differingFrom(RowHasher key, RowView row) {
    RowView kept = Objects.requireNonNull(rows.get(List.of(key.high(), key.low())));
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < byColumn.size(); i++) {
      RowHasher hasher = byColumn.get(i);
      hasher.hash(kept);
      long high = hasher.high();
      long low = hasher.low();
      hasher.hash(row);
      if (high != hasher.high() || low != hasher.low()) {
        columns.add(digests.rows().column(i).cqlName());
      }
    }
    return columns;
  }
}
