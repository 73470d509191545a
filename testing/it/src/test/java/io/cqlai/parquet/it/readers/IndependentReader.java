package io.cqlai.parquet.it.readers;

import java.io.IOException;
import java.nio.file.Path;

/** A program of others that reads Parquet. */
public interface IndependentReader {

  /**
   * The program's name, in lower case, as the member {@code unread} of the foreign cases has it.
   */
  String name();

  /**
   * Reads a whole file.
   *
   * @throws IOException when the program refuses the file; the message holds what it said
   */
  FileContents read(Path file) throws IOException;
}
