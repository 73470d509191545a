package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.parquet.write.ColumnSink;
import io.cqlai.parquet.spi.RejectWriter;
import io.cqlai.parquet.spi.RejectedRow;
import io.cqlai.parquet.spi.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows that were rejected to a Parquet file of their own: as they are in the file that they
 * come from, with what went wrong beside them, so that they can be mended and imported again. They
 * are read once more for that, level by level and value by value; nothing is converted.
 *
 * <p>Columns that cannot be read (encrypted, or of a codec that there is not) are left out.
 */
public final class RejectedRowsWriter implements RejectWriter {

  /** A row of more bytes than this is looked at as a large one. */
  private static final long LARGE_ROW = 64 << 10;

  private final ErrorColumns columns;
  private final MessageType original;
  private final ColumnSink sink;
  private final Runnable checkpoint;
  private final ReadLimits limits = ReadLimits.ofRows(1);

  private RejectedRowsWriter(
      ErrorColumns columns, MessageType original, ColumnSink sink, Runnable checkpoint) {
    this.columns = columns;
    this.original = original;
    this.sink = sink;
    this.checkpoint = checkpoint;
  }

  /**
   * Opens a file for the rejected rows of files of one schema.
   *
   * @param target where to write; its stream is closed by {@link #finish()} or {@link #close()}
   * @param source a file whose schema and metadata it takes
   * @param checkpoint is called before each row; what it throws ends the copying
   * @throws IOException when the target cannot be opened
   */
  public static RejectedRowsWriter open(
      OutputFile target, ParquetSource source, Runnable checkpoint) throws IOException {
    ErrorColumns columns = ErrorColumns.of(source);
    return new RejectedRowsWriter(
        columns,
        source.schema(),
        ColumnSink.open(target, columns.schema(), FileMetadata.withoutDigest(source.metadata())),
        checkpoint);
  }

  /** Tells whether rows of a file can be copied: it has the schema that this was opened with. */
  public boolean takes(ParquetSource source) {
    return source.schema().equals(original);
  }

  @Override
  public void copy(RowSource source, int part, List<RejectedRow> rows) throws IOException {
    copy(((MatchedFile) source).file(), part, rows);
  }

  /**
   * Copies rows of one row group.
   *
   * @param rows in any order; one that is named twice is written twice
   * @throws IOException when the target fails
   * @throws TransferException when the source fails; what was copied before stays
   * @throws IllegalArgumentException when the file has another schema, see {@link #takes}
   */
  public void copy(ParquetSource source, int rowGroup, List<RejectedRow> rows) throws IOException {
    if (!takes(source)) {
      throw new IllegalArgumentException(source.name() + " has another schema");
    }
    List<RejectedRow> inOrder = new ArrayList<>(rows);
    inOrder.sort(Comparator.comparingLong(RejectedRow::position));
    Place place = Place.file(source.name()).inRowGroup(rowGroup);
    for (int i = 0; i < inOrder.size(); ) {
      i = copyOnce(source, rowGroup, inOrder, i, place);
    }
  }

  /** Copies rows up to one whose position comes again, and returns the index after them. */
  private int copyOnce(
      ParquetSource source, int rowGroup, List<RejectedRow> rows, int from, Place place)
      throws IOException {
    Footer.RowGroup group = source.footer().rowGroups().get(rowGroup);
    try (RowGroupColumns input =
        RowGroupColumns.open(source.file(), group, columns.leaves(), limits, place)) {
      input.cursors().forEach(ColumnCursor::advance);
      long at = 0;
      int i = from;
      for (; i < rows.size() && rows.get(i).position() >= at; i++) {
        checkpoint.run();
        RejectedRow row = rows.get(i);
        long bytes = copyColumns(input.cursors(), row.position() - at);
        at = row.position() + 1;
        putReason(source, rowGroup, row);
        sink.endRow(bytes > LARGE_ROW);
      }
      return i;
    } catch (UncheckedIOException e) {
      throw ParquetSource.storageFailed(e, place);
    } catch (FileFault | IndexOutOfBoundsException e) {
      throw FileFault.of(e).at("Rejected rows cannot be read again", place);
    }
  }

  private long copyColumns(List<ColumnCursor> cursors, long skip) {
    long bytes = 0;
    for (int i = 0; i < cursors.size(); i++) {
      ColumnCursor cursor = cursors.get(i);
      cursor.skipRows(skip);
      bytes += new ColumnCopy(cursor, sink.column(i)).copyRow();
    }
    return bytes;
  }

  private void putReason(ParquetSource source, int rowGroup, RejectedRow row) {
    int leaf = columns.leaves().length;
    putText(leaf++, source.name());
    sink.column(leaf++).write(rowGroup, 0, 0);
    sink.column(leaf++).write(row.position(), 0, 0);
    putText(leaf++, row.column());
    putText(leaf, row.reason());
  }

  private void putText(int leaf, String text) {
    sink.column(leaf).write(Binary.fromString(text), 0, 0);
  }

  @Override
  public long finish() throws IOException {
    return sink.finish();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }
}
