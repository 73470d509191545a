package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.spi.RejectListener;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the rows of an export go. Each thread that encodes has a {@link Lane} of its own; {@link
 * #finish()} is called after all of them have finished.
 */
interface ExportOutput extends AutoCloseable {

  /** Returns what one thread writes to. */
  Lane lane();

  /**
   * Completes the export's files, which are not published yet.
   *
   * @throws IOException when the target fails
   */
  RowSink.Summary finish() throws IOException;

  /** Returns the digest of all rows of the finished files; empty where they have none. */
  Optional<FileDigest> digest();

  /** Releases everything; without {@link #finish()} before, the files are incomplete. */
  @Override
  void close() throws IOException;

  /** What one thread writes to. */
  interface Lane extends AutoCloseable {

    /**
     * Writes some rows of a unit.
     *
     * @return the bytes that the files grow by, as far as is known yet
     * @throws IOException when the target fails
     */
    long write(ScanUnit unit, RowChunk rows, RejectListener rejects) throws IOException;

    /**
     * Learns that all rows of a unit have been written, by this thread or others.
     *
     * @throws IOException when the target fails
     */
    void ended(ScanUnit unit) throws IOException;

    /**
     * Writes what is left.
     *
     * @throws IOException when the target fails
     */
    void finish() throws IOException;

    /** Releases what it holds. */
    @Override
    void close() throws IOException;
  }
}
