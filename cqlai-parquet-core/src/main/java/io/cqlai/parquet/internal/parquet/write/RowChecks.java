package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.MappedColumn;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RejectListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/** Looks at each row before it is written. Columns whose every value fits are not looked at. */
final class RowChecks {

  /** A column that can reject a row. */
  private record Checked(int position, boolean required, ValueCheck check) {}

  private final Checked[] columns;

  RowChecks(ParquetMapping mapping) {
    List<Checked> checked = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      MappedColumn column = mapping.columns().get(i);
      boolean required = column.field().required();
      ValueCheck check = CheckTree.of(column);
      if (check != null || required) {
        checked.add(new Checked(i, required, check == null ? ValueCheck.FITS : check));
      }
    }
    columns = checked.toArray(Checked[]::new);
  }

  /**
   * Tells whether a row fits; one that does not has been given to the listener.
   *
   * @param cells has the row, which was put last
   */
  boolean accept(RowView row, RowBlock cells, RejectListener rejects) {
    for (Checked column : columns) {
      String reason = reason(column, cells.last(column.position));
      if (reason != null) {
        rejects.rejected(row, column.position, reason);
        return false;
      }
    }
    return true;
  }

  @Nullable
  private static String reason(Checked column, @Nullable ByteBuffer cell) {
    if (cell != null) {
      return column.check.reason(cell);
    }
    return column.required ? "a column of the primary key is null" : null;
  }
}
