package io.cqlai.parquet.internal.format;

import io.cqlai.parquet.spi.OutputFormat;
import java.util.List;
import org.apache.parquet.io.InputFile;

/** Rows as lines of text, which can be put behind those of another file. */
public interface TextFormat extends OutputFormat {

  /** Returns what stands before the first row, encoded; may be empty. */
  byte[] header();

  /** Returns what ends a line, encoded. */
  byte[] lineEnd();

  /** Returns the names that the header has; none where there is no header. */
  List<String> headerNames();

  /**
   * Returns the names that the header of a file has; none where this format has no header.
   *
   * @param file a file that is not empty
   * @param name its path or URI
   * @throws io.cqlai.parquet.error.TransferException when it is no file of this format
   */
  List<String> headerNames(InputFile file, String name);
}
