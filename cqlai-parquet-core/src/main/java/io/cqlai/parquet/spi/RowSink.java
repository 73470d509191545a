package io.cqlai.parquet.spi;

import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.row.RowChunk;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Takes the rows of one file. A sink has two endings: {@link #finish()}, or being closed without
 * it, after which nothing counts that was written. Used by one thread at a time.
 *
 * <p>Where several threads encode, each has an {@link #encoder()} of its own, and the parts that
 * these complete are given to {@link #append}, one at a time.
 */
public interface RowSink extends AutoCloseable {

  /**
   * Returns an encoder of rows for this file, for use beside others. What it encodes comes into the
   * file by {@link #append}; the order of the parts of several encoders is the order of these
   * calls.
   */
  RowEncoder encoder();

  /**
   * Appends a part that one of this sink's encoders completed.
   *
   * @throws IOException when the target fails
   */
  void append(EncodedRows part) throws IOException;

  /**
   * Writes the rows of a chunk in order, with an encoder of the sink's own. A row that the format
   * cannot hold is given to the listener as a whole, before any part of it is written.
   *
   * @throws IOException when the target fails
   */
  void write(RowChunk chunk, RejectListener rejects) throws IOException;

  /** Returns the bytes written so far, with an estimate for what the sink's own encoder buffers. */
  long bytes();

  /**
   * Adds entries to what the file says of itself, where its format has room for such; to be called
   * before {@link #finish()}. An entry of a name that is there already takes its place.
   */
  default void describe(Map<String, String> entries) {
    // most formats have nothing but rows
  }

  /**
   * Completes the file: everything is encoded, the footer written, the target's stream closed. To
   * be called once, after each encoder's {@link RowEncoder#finish}, and nothing else after it but
   * {@link #close()}.
   *
   * @throws IOException when the target fails or does not hold what was written to it
   */
  Summary finish() throws IOException;

  /** Releases everything; without {@link #finish()} before, the file is incomplete. */
  @Override
  void close() throws IOException;

  /**
   * What a finished file holds.
   *
   * @param rows how many rows
   * @param bytes its size in bytes
   * @param rowGroups how many row groups, or the like; 0 for formats without
   * @param losses what did not arrive whole, per column
   */
  record Summary(long rows, long bytes, long rowGroups, List<Loss> losses) {}
}
