package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.FileChecksum;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import java.io.IOException;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Parquet file to which encoded row groups are appended in order. */
final class RowGroupFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RowGroupFile.class);

  private final MessageType schema;
  private final Map<String, String> keyValues;
  private final FileTail tail;
  private final ParquetFileWriter writer;
  private long rows;
  private long rowGroups;
  private long bytes;
  private boolean targetClosed;
  private boolean failed;

  private RowGroupFile(
      MessageType schema, Map<String, String> keyValues, FileTail tail, ParquetFileWriter writer) {
    this.schema = schema;
    this.keyValues = FileMetadata.signed(keyValues);
    this.tail = tail;
    this.writer = writer;
  }

  static RowGroupFile open(OutputFile target, MessageType schema, Map<String, String> keyValues)
      throws IOException {
    FileTail tail = FileTail.of(target);
    try {
      ParquetFileWriter writer =
          new ParquetFileWriter(
              tail.asFile(),
              schema,
              ParquetFileWriter.Mode.OVERWRITE,
              Long.MAX_VALUE,
              0,
              ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
              ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
              true);
      writer.start();
      return new RowGroupFile(schema, keyValues, tail, writer);
    } catch (IOException | RuntimeException e) {
      closeAfter(e, tail);
      throw e;
    }
  }

  private static void closeAfter(Exception failure, FileTail tail) {
    try {
      tail.closeTarget();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Adds entries to the footer's metadata. */
  void describe(Map<String, String> entries) {
    keyValues.putAll(entries);
  }

  void append(RowGroupEncoder rowGroup) throws IOException {
    failed = true; // until this ends well
    try {
      rowGroup.appendTo(writer);
    } catch (IOException | RuntimeException e) {
      tail.rethrowFailure();
      throw e;
    }
    rows += rowGroup.rows();
    rowGroups++;
    bytes = tail.getPos();
    failed = false;
  }

  /**
   * Appends the row groups of another file as they stand there.
   *
   * @param file a file of the same schema, whose footer was checked
   */
  void append(InputFile file) throws IOException {
    failed = true; // until this ends well
    try (RowGroupCopy copy = RowGroupCopy.of(file)) {
      copy.appendTo(writer, schema);
      rows += copy.rows();
      rowGroups += copy.rowGroups();
    } catch (IOException | RuntimeException e) {
      tail.rethrowFailure();
      throw e;
    }
    bytes = tail.getPos();
    failed = false;
  }

  /** Returns how many rows have been appended. */
  long rows() {
    return rows;
  }

  /** Returns how many row groups have been appended. */
  long rowGroups() {
    return rowGroups;
  }

  /** Returns the size of what has been appended. */
  long bytes() {
    return bytes;
  }

  /**
   * Writes the footer, checks it, and closes the target.
   *
   * @return the size of the file
   */
  long finish() throws IOException {
    failed = true; // until this ends well
    tail.keep();
    keyValues.put(FileChecksum.KEY, FileChecksum.NONE);
    try {
      writer.end(keyValues);
    } catch (IOException | RuntimeException e) {
      tail.rethrowFailure();
      throw e;
    }
    bytes = tail.getPos();
    byte[] last = tail.kept();
    FooterCheck.check(last, bytes, schema, rows, rowGroups);
    FileChecksum.seal(last, tail.sum());
    tail.release(last);
    targetClosed = true;
    tail.closeTarget();
    failed = false;
    return bytes;
  }

  /** Notes that the file cannot be finished, of which the caller has been told. */
  void fail() {
    failed = true;
  }

  /** Closes the target where it is not closed yet; after a failure that does not fail once more. */
  @Override
  public void close() throws IOException {
    writer.abort();
    writer.close();
    if (targetClosed) {
      return;
    }
    targetClosed = true;
    try {
      tail.closeTarget();
    } catch (IOException e) {
      if (!failed) {
        throw e;
      }
      LOG.debug("Closing the target of a file that could not be written failed as well", e);
    }
  }
}
