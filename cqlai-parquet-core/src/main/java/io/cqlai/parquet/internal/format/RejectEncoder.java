package io.cqlai.parquet.internal.format;

import java.io.IOException;

/** Encodes rejected records in the format of their file. Used by one thread at a time. */
public interface RejectEncoder {

  /** The names of what stands in front of a record's own fields. */
  String FILE = "_file";

  /** The line on which the record began in its file. */
  String LINE = "_line";

  /** Why it was rejected. */
  String REASON = "_reason";

  /**
   * Encodes the record that a cursor stands on, as it stands in its file.
   *
   * @param file the file's path or URI
   * @param record a cursor over a source that the encoder was opened for, or over one that shares
   *     it
   * @param reason why it was rejected, with the column
   * @throws IOException when the stream throws
   */
  void write(String file, RecordCursor record, String reason) throws IOException;

  /** Brings everything into the stream, which stays open. */
  void flush() throws IOException;
}
