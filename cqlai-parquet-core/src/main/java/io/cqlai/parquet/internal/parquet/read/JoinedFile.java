package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.page.ColumnCursor;
import io.cqlai.parquet.internal.parquet.page.FileFault;
import io.cqlai.parquet.internal.parquet.write.ColumnSink;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * A file that is made of others of the same schema, one after the other. Large ones are taken over
 * by column chunk, small ones share row groups, so that many small files do not become as many
 * small row groups.
 */
public final class JoinedFile implements AutoCloseable {

  /** A file below this size is copied row by row. */
  public static final long SMALL_BYTES = 1L << 20;

  private final MessageType schema;
  private final ColumnSink sink;
  private final ReadLimits limits = ReadLimits.ofRows(1);

  private JoinedFile(MessageType schema, ColumnSink sink) {
    this.schema = schema;
    this.sink = sink;
  }

  /**
   * Opens a file for writing; one that exists is written over.
   *
   * @param target where to write; its stream is closed by {@link #finish()} or {@link #close()}
   * @param like a file that has the schema
   * @param settings how rows are written that are copied one by one
   * @param keyValues the footer's metadata
   * @throws IOException when the target cannot be opened
   */
  public static JoinedFile open(
      OutputFile target,
      ParquetSource like,
      ParquetWriteSettings settings,
      Map<String, String> keyValues)
      throws IOException {
    MessageType schema = like.schema();
    return new JoinedFile(schema, ColumnSink.open(target, schema, keyValues, settings));
  }

  /**
   * Appends a file: its rows where it is small, else its row groups.
   *
   * @throws IOException when the target or the file fails
   * @throws TransferException when the file is not what it was, SCHEMA_DIFFERS when it has another
   *     schema
   */
  public void add(ParquetSource file) throws IOException {
    if (file.file().getLength() < SMALL_BYTES) {
      for (int rowGroup = 0; rowGroup < file.rowGroups(); rowGroup++) {
        copyRows(file, rowGroup);
      }
    } else {
      addRowGroups(file);
    }
  }

  /**
   * Appends the row groups of a file as they are, with their indexes and bloom filters.
   *
   * @throws IOException when the target or the file fails
   * @throws TransferException SCHEMA_DIFFERS when it has another schema
   */
  public void addRowGroups(ParquetSource file) throws IOException {
    requireSchema(file);
    sink.append(file.file());
  }

  private void requireSchema(ParquetSource file) {
    Optional<String> difference = SchemaDifference.between(file.schema(), schema);
    if (difference.isPresent()) {
      throw TransferException.of(
              ErrorCode.SCHEMA_DIFFERS,
              "The file cannot be joined with others of another schema: " + difference.get(),
              "Join files of one schema")
          .at(Place.file(file.name()));
    }
  }

  private void copyRows(ParquetSource file, int rowGroup) throws IOException {
    requireSchema(file);
    Place place = Place.file(file.name()).inRowGroup(rowGroup);
    Footer.RowGroup group = file.footer().rowGroups().get(rowGroup);
    int[] leaves = IntStream.range(0, group.columns().size()).toArray();
    try (RowGroupColumns input = RowGroupColumns.open(file.file(), group, leaves, limits, place)) {
      input.cursors().forEach(ColumnCursor::advance);
      for (long row = 0; row < group.rows(); row++) {
        for (int leaf = 0; leaf < leaves.length; leaf++) {
          new ColumnCopy(input.cursor(leaf), sink.column(leaf)).copyRow();
        }
        sink.endRow(false);
      }
    } catch (UncheckedIOException e) {
      throw ParquetSource.storageFailed(e, place);
    } catch (FileFault | IndexOutOfBoundsException e) {
      throw FileFault.of(e).at("A part of the file cannot be read again", place);
    }
  }

  /**
   * Completes the file.
   *
   * @return how many rows it has
   * @throws IOException when the target fails or does not hold what was written to it
   */
  public long finish() throws IOException {
    return sink.finish();
  }

  /** Returns how many row groups the finished file has. */
  public long rowGroups() {
    return sink.rowGroups();
  }

  /** Returns the size of the finished file in bytes. */
  public long bytes() {
    return sink.bytes();
  }

  /** Releases everything; without {@link #finish()} before, the file is incomplete. */
  @Override
  public void close() throws IOException {
    sink.close();
  }
}
