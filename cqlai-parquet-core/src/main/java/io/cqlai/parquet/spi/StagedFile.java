package io.cqlai.parquet.spi;

import org.apache.parquet.io.OutputFile;

/** A file that is being written and cannot be seen yet under its final name. */
public interface StagedFile extends Staged {

  /** Returns what to write to. Its stream is to be opened once and closed before publishing. */
  OutputFile output();
}
