package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.convert.ColumnIssues;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/**
 * Gives the rows of a row group in chunks, their cells in the order of the mapping's targets. A row
 * with a value that does not fit is left out, and told to the listener. To be closed by its opener;
 * used by one thread at a time.
 */
public final class RowGroupReader implements AutoCloseable {

  /** A buffer that a large row made larger is not kept. */
  private static final int LARGEST_BUFFER = 1 << 20;

  private final RowGroupColumns columns;
  private final ReadLimits limits;
  private final RejectedRows rejected;
  private final List<MappedTarget> targets;
  private final ValueReader[] readers;
  private final ColumnIssues[] issues;
  private final List<ColumnCursor> repeated = new ArrayList<>();
  private final int[] starts;
  private CellWriter out = new CellWriter();
  private long position;
  private long end;
  private long bytes;
  private boolean opened;
  private int current;

  RowGroupReader(
      RowGroupColumns columns,
      ImportMapping mapping,
      ReadLimits limits,
      LossCounters losses,
      RejectedRows rejected) {
    this.columns = columns;
    this.limits = limits;
    this.rejected = rejected;
    this.targets = mapping.targets();
    boolean lossesAllowed = mapping.conversion() == Conversion.LENIENT;
    int size = targets.size();
    this.readers = new ValueReader[size];
    this.issues = new ColumnIssues[size];
    this.starts = new int[size + 1];
    this.end = columns.rows();
    for (int i = 0; i < size; i++) {
      String column = targets.get(i).target().column().name();
      issues[i] = new ColumnIssues(column, lossesAllowed, losses);
      readers[i] = mapping.plans().get(i).open(columns::cursor, issues[i], true);
    }
    for (ColumnCursor cursor : columns.cursors()) {
      if (cursor.chunk().maxRepetition() > 0) {
        repeated.add(cursor);
      }
    }
  }

  /** Returns how many rows of the row group have been passed: read, rejected or skipped. */
  public long position() {
    return position;
  }

  /**
   * Ends the reading before a row; without it, all rows of the row group are read.
   *
   * @param row a position from 0; behind the last row, it changes nothing
   */
  public void endAt(long row) {
    end = Math.min(row, columns.rows());
  }

  /**
   * Passes over rows; none of them is converted, nor rejected.
   *
   * @param count how many at most
   * @return how many were passed: fewer where the row group ends
   * @throws TransferException as {@link #next()}
   */
  public long skip(long count) {
    long skipped = Math.min(count, columns.rows() - position);
    guarded(
        () -> {
          open();
          for (int i = 0; i < columns.cursors().size(); i++) {
            skip(columns.cursors().get(i), skipped);
          }
          return null;
        });
    position += skipped;
    return skipped;
  }

  /**
   * Returns the next rows, or null after the last. A chunk ends after as many rows or bytes as the
   * limits say (the last row may exceed the bytes), and before a row that was rejected: its rows
   * stand one after the other in the row group.
   *
   * @throws TransferException CORRUPT_FILE, UNSUPPORTED_FILE, OUT_OF_MEMORY where a page or a row
   *     is too large for the heap, STORAGE_FAILED
   */
  @Nullable
  public RowChunk next() {
    List<RowView> rows = new ArrayList<>();
    bytes = 0;
    long first = position;
    while (rows.size() < limits.chunkRows() && bytes < limits.chunkBytes() && position < end) {
      CellRow row = guarded(this::readRow);
      position++;
      if (tellRejected(row)) {
        if (!rows.isEmpty()) {
          break;
        }
        first = position;
      } else {
        rows.add(row);
      }
    }
    if (position == columns.rows()) {
      guarded(this::checkEnd);
    }
    return rows.isEmpty() ? null : new RowChunk(rows, first, bytes);
  }

  private CellRow readRow() {
    open();
    for (int i = 0; i < repeated.size(); i++) {
      if (repeated.get(i).ended() || repeated.get(i).repetition() != 0) {
        throw FileFault.corrupt("fewer rows than the row group has, or more");
      }
    }
    ByteBuffer[] cells = new ByteBuffer[readers.length];
    boolean[] put = new boolean[readers.length];
    out.reset();
    for (int i = 0; i < readers.length; i++) {
      current = i;
      starts[i] = out.size();
      if (readers[i].read(out)) {
        cells[i] = readers[i].shared();
        put[i] = cells[i] == null;
      } else {
        out.truncate(starts[i]);
      }
    }
    starts[readers.length] = out.size();
    ByteBuffer all = out.toBuffer();
    for (int i = 0; i < cells.length; i++) {
      if (put[i]) {
        cells[i] = all.slice(starts[i], starts[i + 1] - starts[i]);
      }
      ByteBuffer cell = cells[i];
      bytes += cell == null ? 0 : cell.remaining();
    }
    if (out.size() > LARGEST_BUFFER) {
      out = new CellWriter();
    }
    return new CellRow(cells);
  }

  /** Tells the listener where a row was rejected, and counts its losses where not. */
  private boolean tellRejected(CellRow row) {
    for (int i = 0; i < issues.length; i++) {
      String reason = issues[i].reason();
      if (reason != null) {
        for (ColumnIssues each : issues) {
          each.reset();
        }
        String column = targets.get(i).target().column().name();
        rejected.rejected(new RejectedRow(position - 1, column, reason), row);
        return true;
      }
    }
    for (ColumnIssues each : issues) {
      each.commit();
    }
    return false;
  }

  private void open() {
    if (!opened) {
      opened = true;
      for (ColumnCursor cursor : columns.cursors()) {
        cursor.advance();
      }
    }
  }

  private static void skip(ColumnCursor cursor, long rows) {
    for (long i = 0; i < rows; i++) {
      do {
        cursor.skip();
      } while (cursor.repetition() > 0);
    }
  }

  @Nullable
  private Void checkEnd() {
    open();
    for (ColumnCursor cursor : columns.cursors()) {
      if (!cursor.ended()) {
        throw FileFault.corrupt(
            String.join(".", cursor.chunk().path()) + " has more values than there are rows");
      }
    }
    return null;
  }

  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (TransferException e) {
      throw e.at(columns.place());
    } catch (UncheckedIOException e) {
      throw ParquetSource.storageFailed(Objects.requireNonNull(e.getCause()), columns.place());
    } catch (RuntimeException e) {
      throw FileFault.of(e).at(what(), columns.place().atRow(position));
    } catch (OutOfMemoryError e) {
      throw TransferException.of(
              ErrorCode.OUT_OF_MEMORY,
              what() + ": the heap is too small",
              "Give the JVM a larger heap (-Xmx), or read fewer row groups at once")
          .at(columns.place().atRow(position))
          .causedBy(e);
    }
  }

  private String what() {
    return "Column '" + targets.get(current).file().name() + "' cannot be read";
  }

  @Override
  public void close() {
    try {
      columns.close();
    } catch (IOException e) {
      throw ParquetSource.storageFailed(e, columns.place());
    }
  }
}
