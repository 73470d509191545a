package io.cqlai.parquet.internal.parquet.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/**
 * Reads back the footer of a file that has just been written.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">the Parquet format, file layout</a>
 */
final class FooterCheck {

  /** The footer's length and the four bytes with which a file ends. */
  private static final int TRAILER = 8;

  private FooterCheck() {}

  /**
   * Checks a footer.
   *
   * @param tail the last bytes of the file, from the footer's start or before it
   * @param fileBytes the size of the file
   * @param rows how many rows were written
   * @param rowGroups how many row groups
   * @throws IOException when the footer is not what has to be there
   */
  static void check(byte[] tail, long fileBytes, MessageType schema, long rows, long rowGroups)
      throws IOException {
    byte[] magic = ParquetFileWriter.MAGIC;
    if (tail.length < TRAILER
        || !Arrays.equals(tail, tail.length - magic.length, tail.length, magic, 0, magic.length)) {
      throw wrong("it does not end in " + ParquetFileWriter.MAGIC_STR);
    }
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt(tail.length - TRAILER);
    int start = tail.length - TRAILER - length;
    if (length <= 0 || start < 0) {
      throw wrong("its footer claims " + length + " bytes");
    }
    ParquetMetadata footer =
        new ParquetMetadataConverter()
            .readParquetMetadata(
                new ByteArrayInputStream(tail, start, length), ParquetMetadataConverter.NO_FILTER);
    if (!footer.getFileMetaData().getSchema().equals(schema)) {
      throw wrong("its footer has another schema");
    }
    long counted = footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
    if (counted != rows || footer.getBlocks().size() != rowGroups) {
      throw wrong(
          "its footer has "
              + counted
              + " rows in "
              + footer.getBlocks().size()
              + " row groups, written were "
              + rows
              + " in "
              + rowGroups);
    }
    long dataEnd = fileBytes - (tail.length - start);
    for (BlockMetaData block : footer.getBlocks()) {
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        long from = chunk.getStartingPos();
        if (from < magic.length || chunk.getTotalSize() > dataEnd - from) {
          throw wrong("its footer places column " + chunk.getPath() + " beyond the data");
        }
      }
    }
  }

  private static IOException wrong(String what) {
    return new IOException("The file was not written as it should be: " + what);
  }
}
