package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.Codecs;
import io.cqlai.parquet.option.Compression;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Writes a Parquet file column by column, as levels and values: what copies rows of another file
 * needs to know nothing of their types. A row is complete when each column was given its part.
 * Memory holds one row group of a few megabytes and a row.
 */
public final class ColumnSink implements AutoCloseable {

  private static final long ROW_GROUP_BYTES = 8L << 20;
  private static final int ROWS_BETWEEN_CHECKS = 16;

  private final MessageType schema;
  private final List<ColumnDescriptor> columns;
  private final RowGroupFile file;
  private final Codecs codecs = new Codecs();
  private final BytesInputCompressor compressor;
  @Nullable private RowGroupEncoder rowGroup;
  private boolean failed;

  private ColumnSink(MessageType schema, RowGroupFile file) {
    this.schema = schema;
    this.columns = schema.getColumns();
    this.file = file;
    this.compressor = codecs.getCompressor(Codecs.nameOf(Compression.SNAPPY));
  }

  /**
   * Opens a file for writing, compressed with SNAPPY; one that exists is written over.
   *
   * @param target where to write; its stream is closed by {@link #finish()} or {@link #close()}
   * @param keyValues the footer's metadata
   * @throws IOException when the target cannot be opened
   */
  public static ColumnSink open(
      OutputFile target, MessageType schema, Map<String, String> keyValues) throws IOException {
    return new ColumnSink(schema, RowGroupFile.open(target, schema, keyValues));
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
      // Any cell of a file that others wrote may be huge: no dictionaries of bytes.
      encoder =
          new RowGroupEncoder(
              schema,
              PageEncoding.of(
                  schema,
                  ROW_GROUP_BYTES,
                  schema.getFields().stream().map(Type::getName).collect(Collectors.toSet())),
              compressor);
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
    encoder.endRow();
    boolean check = large || encoder.rows() % ROWS_BETWEEN_CHECKS == 0;
    if (check && encoder.bufferedBytes() >= ROW_GROUP_BYTES) {
      endRowGroup(encoder);
    }
  }

  private void endRowGroup(RowGroupEncoder encoder) throws IOException {
    failed = true; // until this ends well
    encoder.finish();
    file.append(encoder);
    rowGroup = null;
    failed = false;
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
    failed = true; // until this ends well
    file.finish();
    failed = false;
    return file.rows();
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
