package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.option.Compression;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Writes a Parquet file column by column, as levels and values: what copies rows of another file
 * needs to know nothing of their types. A row is complete when each column was given its part.
 * Memory holds one row group of a few megabytes and a row.
 */
public final class ColumnSink implements AutoCloseable {

  private static final ParquetWriteSettings REJECTS =
      new ParquetWriteSettings(Compression.SNAPPY, null, 8L << 20, Long.MAX_VALUE);

  private static final int ROWS_BETWEEN_CHECKS = 16;

  private final MessageType schema;
  private final List<ColumnDescriptor> columns;
  private final RowGroupFile file;
  private final ParquetWriteSettings settings;
  private final Set<String> wide;
  private final Codecs codecs = new Codecs();
  private final BytesInputCompressor compressor;
  @Nullable private RowGroupEncoder rowGroup;
  private boolean failed;

  private ColumnSink(
      MessageType schema, RowGroupFile file, ParquetWriteSettings settings, Set<String> wide) {
    this.schema = schema;
    this.settings = settings;
    this.wide = wide;
    this.columns = schema.getColumns();
    this.file = file;
    this.compressor = codecs.compressor(Codecs.nameOf(settings.compression()), settings.level());
  }

  /**
   * Opens a file for rows of which any cell may be huge, compressed with SNAPPY; one that exists is
   * written over.
   *
   * @param target where to write; its stream is closed by {@link #finish()} or {@link #close()}
   * @param keyValues the footer's metadata
   * @throws IOException when the target cannot be opened
   */
  public static ColumnSink open(
      OutputFile target, MessageType schema, Map<String, String> keyValues) throws IOException {
    Set<String> all = schema.getFields().stream().map(Type::getName).collect(Collectors.toSet());
    return open(target, schema, keyValues, REJECTS, all);
  }

  /**
   * Opens a file for rows of ordinary size; one that exists is written over.
   *
   * @param target where to write; its stream is closed by {@link #finish()} or {@link #close()}
   * @param keyValues the footer's metadata
   * @throws IOException when the target cannot be opened
   */
  public static ColumnSink open(
      OutputFile target,
      MessageType schema,
      Map<String, String> keyValues,
      ParquetWriteSettings settings)
      throws IOException {
    return open(target, schema, keyValues, settings, Set.of());
  }

  private static ColumnSink open(
      OutputFile target,
      MessageType schema,
      Map<String, String> keyValues,
      ParquetWriteSettings settings,
      Set<String> wide)
      throws IOException {
    return new ColumnSink(schema, RowGroupFile.open(target, schema, keyValues), settings, wide);
  }

  /**
   * Returns what takes the part of a column in the row at hand. It is to be asked for anew in each
   * row.
   *
   * @param leaf the number of the column in the schema
   */
  public ColumnWriter column(int leaf) {
    RowGroupEncoder encoder = rowGroup;
    if (encoder == null) {
      encoder =
          new RowGroupEncoder(
              schema, PageEncoding.of(schema, settings.rowGroupBytes(), wide), compressor);
      rowGroup = encoder;
    }
    return encoder.column(columns.get(leaf));
  }

  /**
   * Ends the row at hand.
   *
   * @param large whether it may be large, so that the size of the row group has to be looked at
   * @throws IOException when the target fails
   */
  public void endRow(boolean large) throws IOException {
    RowGroupEncoder encoder = rowGroup;
    if (encoder == null) {
      throw new IllegalStateException("a row without columns");
    }
    encoder.endRows(1);
    boolean check = large || encoder.rows() % ROWS_BETWEEN_CHECKS == 0;
    if (check && encoder.bufferedBytes() >= settings.rowGroupBytes()) {
      endRowGroup(encoder);
    }
  }

  /**
   * Appends the row groups of another file as they stand there, with their indexes and bloom
   * filters.
   *
   * @param other a file of the same schema, whose footer was checked
   * @throws IOException when the target or the other file fails
   */
  public void append(InputFile other) throws IOException {
    RowGroupEncoder encoder = rowGroup;
    if (encoder != null) {
      endRowGroup(encoder);
    }
    file.append(other);
  }

  private void endRowGroup(RowGroupEncoder encoder) throws IOException {
    failed = true; // until this ends well
    encoder.finish();
    failed = false;
    file.append(encoder);
    rowGroup = null;
  }

  /**
   * Completes the file.
   *
   * @return how many rows it has
   * @throws IOException when the target fails or does not hold what was written to it
   */
  public long finish() throws IOException {
    RowGroupEncoder encoder = rowGroup;
    if (encoder != null) {
      endRowGroup(encoder);
    }
    file.finish();
    return file.rows();
  }

  /** Returns the size of what has been appended, and after {@link #finish()} that of the file. */
  public long bytes() {
    return file.bytes();
  }

  /** Returns how many row groups have been appended. */
  public long rowGroups() {
    return file.rowGroups();
  }

  /** Releases everything; without {@link #finish()} before, the file is incomplete. */
  @Override
  public void close() throws IOException {
    rowGroup = null;
    codecs.release();
    if (failed) {
      file.fail();
    }
    file.close();
  }
}
