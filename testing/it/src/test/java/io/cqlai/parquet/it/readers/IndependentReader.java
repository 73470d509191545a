package io.cqlai.parquet.it.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program of others that reads Parquet. */
public interface IndependentReader {

  /**
   * The program's name, in lower case, as the member {@code unread} of the foreign cases has it.
   */
  String name();

  /**
   * Reads whole files, all of them by one process: starting it may take seconds.
   *
   * @return an answer for each file, in their order
   * @throws IOException when the program does not run at all
   */
  List<Answer> readAll(List<Path> files) throws IOException;

  /**
   * Reads a whole file.
   *
   * @throws IOException when the program does not run, or refuses the file; the message holds what
   *     it said
   */
  default FileContents read(Path file) throws IOException {
    return readAll(List.of(file)).get(0).contents();
  }
}
