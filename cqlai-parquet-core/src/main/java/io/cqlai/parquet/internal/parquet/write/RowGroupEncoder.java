package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.spi.EncodedRows;
import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/**
 * Encodes one row group in memory. It knows nothing of the file: rows are written, {@link
 * #finish()} compresses what is left, and {@link #appendTo} copies the result into a file, which
 * may be done by another thread.
 */
final class RowGroupEncoder implements EncodedRows {

  private final ColumnChunkPageWriteStore pages;
  private final ColumnWriteStore columns;
  private long rows;

  /**
   * @param properties how pages are encoded; of this row group alone
   * @param compressor used by one thread at a time; released by its owner
   */
  RowGroupEncoder(
      MessageType schema, ParquetProperties properties, BytesInputCompressor compressor) {
    pages =
        ColumnChunkPageWriteStore.builder()
            .withCompressorProvider(column -> compressor)
            .withSchema(schema)
            .withAllocator(properties.getAllocator())
            .withColumnIndexTruncateLength(properties.getColumnIndexTruncateLength())
            .withPageWriteChecksumEnabled(properties.getPageWriteChecksumEnabled())
            .build();
    columns = properties.newColumnWriteStore(schema, new BoundedStatistics(pages), pages);
  }

  /** Returns what takes the levels and values of a column. */
  ColumnWriter column(ColumnDescriptor column) {
    return columns.getColumnWriter(column);
  }

  /** Ends rows of which each column was given the levels and values. */
  void endRows(int count) {
    for (int i = 0; i < count; i++) {
      columns.endRecord();
    }
    rows += count;
  }

  @Override
  public long rows() {
    return rows;
  }

  /** Returns the size of what is buffered: compressed pages, and the values of those to come. */
  long bufferedBytes() {
    return columns.getBufferedSize();
  }

  /** Encodes and compresses what is left; no row can be written after it. */
  void finish() {
    columns.flush();
  }

  /** Copies the finished row group to the end of a file. */
  void appendTo(ParquetFileWriter file) throws IOException {
    file.startBlock(rows);
    pages.flushToFileWriter(file);
    file.endBlock();
    pages.close();
  }
}
