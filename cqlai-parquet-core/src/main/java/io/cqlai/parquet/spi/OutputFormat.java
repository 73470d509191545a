package io.cqlai.parquet.spi;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.io.OutputFile;

/**
 * How the rows of one schema become a file of some format, with everything decided: types, names,
 * codec. Immutable, and used for any number of files.
 */
public interface OutputFormat {

  /**
   * Opens a file for writing; one that exists is written over.
   *
   * @param target where to write; its stream is closed by {@link RowSink#finish()} or {@link
   *     RowSink#close()}
   * @throws IOException when the target cannot be opened
   */
  RowSink open(OutputFile target) throws IOException;

  /** Returns a line for each column: what becomes of it, and what its values may lose. */
  List<String> columns();

  /** Returns what a user should know, each as a sentence without its full stop. */
  List<String> warnings();
}
