package io.cqlai.parquet.internal.dataset;

import io.cqlai.parquet.internal.digest.FileDigest;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.spi.RowSink;
import io.cqlai.parquet.spi.Staged;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.OutputFile;

/**
 * The files of one run of an export, which appear together. Safe for use by several threads, but
 * for {@link #describe}.
 */
public interface ExportFiles {

  /** Returns what is published at the end. */
  Staged staged();

  /** Returns the size in bytes at which a file is full; {@code Long.MAX_VALUE} for one file. */
  long mostBytes();

  /**
   * Looks once more whether it may be published, before anything is read for it.
   *
   * @throws io.cqlai.parquet.error.TransferException TARGET_EXISTS
   */
  void check();

  /**
   * Returns the next file to write.
   *
   * @throws IOException when it cannot be made
   */
  NewFile next() throws IOException;

  /** Returns the files that are complete, by path or URI. */
  List<String> names();

  /**
   * Adds what tells of the export as a whole, before it is published.
   *
   * @param report what the export did
   * @param digest that of all its rows; empty where they have none
   * @throws IOException when it cannot be written
   */
  void describe(ExportReport report, Optional<FileDigest> digest) throws IOException;

  /**
   * Returns what tells the directory that was {@linkplain #describe described} from all others;
   * empty for a single file, which tells by itself.
   */
  Optional<String> identity();

  /** Returns what is made, for plans: its name, with what there is to say of it. */
  String text();

  /** A file that is being written. */
  interface NewFile {

    /** Returns what to write to, once. */
    OutputFile output();

    /** Learns that it is complete. */
    void written(RowSink.Summary summary);
  }
}
