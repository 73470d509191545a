package io.cqlai.parquet.internal.parquet.write;

import java.io.IOException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * The row groups of a file, taken over by another as they stand: bytes of column chunks, and with
 * them their column indexes, offset indexes and bloom filters. Nothing is decoded.
 */
final class RowGroupCopy implements AutoCloseable {

  private final ParquetFileReader reader;
  private final InputFile file;

  private RowGroupCopy(ParquetFileReader reader, InputFile file) {
    this.reader = reader;
    this.file = file;
  }

  static RowGroupCopy of(InputFile file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    return new RowGroupCopy(ParquetFileReader.open(file, options), file);
  }

  void appendTo(ParquetFileWriter writer, MessageType schema) throws IOException {
    try (SeekableInputStream chunks = file.newStream()) {
      for (BlockMetaData rowGroup : reader.getFooter().getBlocks()) {
        writer.startBlock(rowGroup.getRowCount());
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
          writer.appendColumnChunk(
              schema.getColumnDescription(chunk.getPath().toArray()),
              chunks,
              chunk,
              reader.readBloomFilter(chunk),
              reader.readColumnIndex(chunk),
              reader.readOffsetIndex(chunk));
        }
        writer.endBlock();
      }
    }
  }

  long rows() {
    return reader.getRecordCount();
  }

  long rowGroups() {
    return reader.getFooter().getBlocks().size();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
