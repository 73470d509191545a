package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.digest.Hash128;
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
  private final Map<Hash128.Fixed, RowView> rows = new HashMap<>();
  private long bytes;

  OtherRows(RowDigests digests) {
    this.digests = digests;
    this.byColumn =
        IntStream.range(0, digests.rows().size())
            .mapToObj(i -> new RowHasher(digests.rows().columns(), digests.kept(), IntStream.of(i)))
            .toList();
  }

  /**
   * Keeps a row of the table, if there is room for it.
   *
   * @return whether there was
   */
  boolean keep(Hash128 key, RowView row) {
    if (rows.size() >= Differences.MOST_KEPT || bytes >= MOST_BYTES) {
      return false;
    }
    ByteBuffer[] cells = new ByteBuffer[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = copy(row.cell(i));
    }
    rows.put(key.fixed(), new CellRow(cells));
    return true;
  }

  @Nullable
  private ByteBuffer copy(@Nullable ByteBuffer cell) {
    if (cell == null) {
      return null;
    }
    bytes += cell.remaining();
    return ByteBuffer.allocate(cell.remaining()).put(cell.duplicate()).flip();
  }

  /** Returns the columns in which the file's row differs from the one that was kept. */
  List<String> differingFrom(Hash128 key, RowView row) {
    RowView kept = Objects.requireNonNull(rows.get(key.fixed()));
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < byColumn.size(); i++) {
      RowHasher hasher = byColumn.get(i);
      hasher.hash(kept);
      Hash128 ofTable = hasher.fixed();
      hasher.hash(row);
      if (!ofTable.equals(hasher.fixed())) {
        columns.add(digests.rows().column(i).cqlName());
      }
    }
    return columns;
  }
}
