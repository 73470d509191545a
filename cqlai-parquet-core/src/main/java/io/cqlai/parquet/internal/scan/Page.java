package io.cqlai.parquet.internal.scan;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.type.DataType;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/** A page of a query's result, as it came; its rows can be taken once. */
public final class Page {

  private final AsyncResultSet result;

  Page(AsyncResultSet result) {
    this.result = result;
  }

  /**
   * Checks that the page has the columns that were there when the query was prepared.
   *
   * @throws TransferException when the table or one of its types was altered in the meantime
   */
  public void requireTypes(List<DataType> prepared) {
    ColumnDefinitions actual = result.getColumnDefinitions();
    boolean same = actual.size() == prepared.size();
    for (int i = 0; same && i < actual.size(); i++) {
      same = actual.get(i).getType().equals(prepared.get(i));
    }
    if (!same) {
      throw TransferException.of(
          ErrorCode.SCHEMA_CHANGED,
          "The table or one of its types was altered while it was read",
          "Nothing was published; run it again");
    }
  }

  /** Returns where the next page starts, or null when this is the last. */
  @Nullable
  ByteBuffer next() {
    return result.hasMorePages() ? result.getExecutionInfo().getPagingState() : null;
  }

  /** Returns how many rows it has; 0 after they were taken. */
  public int rows() {
    return result.remaining();
  }

  /**
   * Returns the size of the answer in bytes, as it came and before it was decompressed; 0 where the
   * driver does not know.
   */
  public long bytes() {
    return Math.max(0, result.getExecutionInfo().getResponseSizeInBytes());
  }

  /** Returns what the server warned of. */
  public List<String> warnings() {
    return result.getExecutionInfo().getWarnings();
  }

  /** Takes the rows; the cells are the driver's own buffers, not copied. */
  public RowChunk take() {
    int columns = result.getColumnDefinitions().size();
    List<RowView> rows = new ArrayList<>(result.remaining());
    long bytes = 0;
    for (Row row : result.currentPage()) {
      ByteBuffer[] cells = new ByteBuffer[columns];
      for (int i = 0; i < columns; i++) {
        ByteBuffer cell = row.getBytesUnsafe(i);
        cells[i] = cell;
        bytes += cell == null ? 0 : cell.remaining();
      }
      rows.add(new CellRow(cells));
    }
    return new RowChunk(rows, 0, bytes);
  }
}
