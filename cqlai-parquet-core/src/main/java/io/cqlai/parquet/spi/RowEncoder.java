package io.cqlai.parquet.spi;

import io.cqlai.parquet.row.RowChunk;
import java.io.IOException;

/**
 * Encodes rows in memory for a file that others encode for as well. Made by {@link
 * RowSink#encoder()}; used by one thread at a time.
 */
public interface RowEncoder extends AutoCloseable {

  /**
   * Encodes the rows of a chunk in order. A row that the format cannot hold is given to the
   * listener as a whole, before any part of it is encoded.
   *
   * @param completed takes each part that is full
   * @throws IOException when it throws
   */
  void write(RowChunk chunk, RejectListener rejects, EncodedRows.Taker completed)
      throws IOException;

  /**
   * Encodes what is left. To be called once, and nothing else after it but {@link #close()}.
   *
   * @param completed takes the last part, if there is one
   * @throws IOException when it throws
   */
  void finish(EncodedRows.Taker completed) throws IOException;

  /** Returns the bytes encoded so far, with an estimate for what is not compressed yet. */
  long bytes();

  /** Releases what it holds; without {@link #finish} before, its last rows are given up. */
  @Override
  void close();
}
