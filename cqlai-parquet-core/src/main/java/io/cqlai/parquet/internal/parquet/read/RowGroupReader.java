package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.convert.ColumnIssues;
import io.cqlai.parquet.internal.parquet.convert.RowIssues;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.spi.RejectedRow;
import io.cqlai.parquet.spi.RejectedRows;
import io.cqlai.parquet.spi.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Gives the rows of a row group in chunks, their cells in the order of the mapping's targets. A row
 * with a value that does not fit is left out, and told to the listener. To be closed by its opener;
 * used by one thread at a time.
 */
public final class RowGroupReader implements RowReader {

  /** A buffer that a large row made larger is not kept. */
  private static final int LARGEST_BUFFER = 1 << 20;

  private final RowGroupColumns columns;
  private final ReadLimits limits;
  private final LossCounters losses;
  private final RejectedRows rejected;
  private final List<MappedTarget> targets;
  private final ValueReader[] readers;
  private final ColumnIssues[] issues;
  private final List<ColumnCursor> repeated = new ArrayList<>();
  private final RowIssues rowIssues = new RowIssues();
  private CellWriter out = new CellWriter();
  private long position;
  private long end;
  private long bytes;
  private boolean opened;
  private int current;
  @Nullable private RowView refused;

  RowGroupReader(
      RowGroupColumns columns,
      ImportMapping mapping,
      ReadLimits limits,
      LossCounters losses,
      RejectedRows rejected) {
    this.columns = columns;
    this.limits = limits;
    this.losses = losses;
    this.rejected = rejected;
    this.targets = mapping.targets();
    boolean lossesAllowed = mapping.conversion() == Conversion.LENIENT;
    int size = targets.size();
    this.readers = new ValueReader[size];
    this.issues = new ColumnIssues[size];
    this.end = columns.rows();
    for (int i = 0; i < size; i++) {
      String column = targets.get(i).target().column().name();
      issues[i] = new ColumnIssues(column, lossesAllowed, losses, rowIssues);
      readers[i] = mapping.plans().get(i).open(columns::cursor, issues[i], true);
    }
    for (ColumnCursor cursor : columns.cursors()) {
      if (cursor.chunk().maxRepetition() > 0) {
        repeated.add(cursor);
      }
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void endAt(long row) {
    end = Math.min(row, columns.rows());
  }

  @Override
  public List<Loss> losses() {
    return losses.losses();
  }

  @Override
  public long skip(long count) {
    long skipped = Math.min(count, columns.rows() - position);
    guarded(
        () -> {
          open();
          columns.cursors().forEach(cursor -> cursor.skipRows(skipped));
        });
    position += skipped;
    return skipped;
  }

  /**
   * Returns the next rows, or null after the last. A chunk ends after as many rows or bytes as the
   * limits say (the last row may exceed the bytes), and before a row that was rejected: its rows
   * stand one after the other in the row group.
   */
  @Override
  @Nullable
  public RowChunk next() {
    List<RowView> rows = new ArrayList<>();
    bytes = 0;
    long first = position;
    while (rows.isEmpty() && position < end) {
      first = position;
      guarded(() -> readRows(rows));
      tellRefused();
    }
    if (position == columns.rows()) {
      guarded(this::checkEnd);
    }
    return rows.isEmpty() ? null : new RowChunk(rows, first, bytes);
  }

  /** Reads rows up to a limit, or to one that is rejected. */
  private void readRows(List<RowView> rows) {
    open();
    while (rows.size() < limits.chunkRows() && bytes < limits.chunkBytes() && position < end) {
      rowIssues.begin();
      RowView row = readRow();
      position++;
      if (rowIssues.any() && !isTaken()) {
        refused = row;
        return;
      }
      rows.add(row);
      bytes += out.size();
    }
  }

  private RowView readRow() {
    for (int i = 0; i < repeated.size(); i++) {
      if (repeated.get(i).ended() || repeated.get(i).repetition() != 0) {
        throw FileFault.corrupt("fewer rows than the row group has, or more");
      }
    }
    int[] ends = new int[readers.length];
    ByteBuffer[] large = null;
    if (out.size() > LARGEST_BUFFER) {
      out = new CellWriter();
    }
    out.reset();
    for (int i = 0; i < ends.length; i++) {
      current = i;
      int start = out.size();
      if (readers[i].read(out)) {
        ends[i] = out.size();
        // A large cell puts nothing; to ask after each costs as much as to read a small one.
        ByteBuffer cell = ends[i] == start ? readers[i].takeLarge() : null;
        if (cell != null) {
          large = large == null ? new ByteBuffer[ends.length] : large;
          large[i] = cell;
          bytes += cell.remaining();
        }
      } else {
        out.truncate(start);
        ends[i] = ~start;
      }
    }
    return new PackedRow(out.toArray(), ends, large);
  }

  /** Tells whether the row is taken in spite of its issues, which are losses, and counts them. */
  private boolean isTaken() {
    for (ColumnIssues each : issues) {
      if (each.reason() != null) {
        return false;
      }
    }
    for (ColumnIssues each : issues) {
      each.commit();
    }
    return true;
  }

  /** Tells the listener of the row that was rejected, if one was. */
  private void tellRefused() {
    RowView row = refused;
    refused = null;
    for (int i = 0; i < issues.length && row != null; i++) {
      String reason = issues[i].reason();
      if (reason != null) {
        for (ColumnIssues each : issues) {
          each.reset();
        }
        String column = targets.get(i).target().column().name();
        rejected.rejected(new RejectedRow(position - 1, column, reason), row);
        return;
      }
    }
  }

  private void open() {
    if (!opened) {
      opened = true;
      for (ColumnCursor cursor : columns.cursors()) {
        cursor.advance();
      }
    }
  }

  private void checkEnd() {
    open();
    for (ColumnCursor cursor : columns.cursors()) {
      if (!cursor.ended()) {
        throw FileFault.corrupt(
            String.join(".", cursor.chunk().path()) + " has more values than there are rows");
      }
    }
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (TransferException e) {
      throw e.at(columns.place());
    } catch (UncheckedIOException e) {
      throw ParquetSource.storageFailed(e, columns.place());
    } catch (RuntimeException e) {
      throw FileFault.of(e).at(what(), columns.place().atRow(position));
    } catch (OutOfMemoryError e) {
      throw TransferException.of(
              ErrorCode.OUT_OF_MEMORY,
              what() + ": the heap is too small",
              "Give the JVM a larger heap (-Xmx)")
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
