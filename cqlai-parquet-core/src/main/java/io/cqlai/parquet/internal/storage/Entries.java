package io.cqlai.parquet.internal.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What stands in a local directory. */
public final class Entries {

  private Entries() {}

  /**
   * Returns the entries of a directory in the order of their names.
   *
   * @throws IOException when it cannot be read
   */
  public static List<Path> of(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      all.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(null);
    return entries;
  }

  /** Deletes a file, or a directory with its files; what is not there is left at that. */
  static void delete(Path file) throws IOException {
    if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
      for (Path each : of(file)) {
        Files.deleteIfExists(each);
      }
    }
    Files.deleteIfExists(file);
  }
}
