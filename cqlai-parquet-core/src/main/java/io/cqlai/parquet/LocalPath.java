package io.cqlai.parquet;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** Paths and URIs of the caller as the text that statements have for them. */
final class LocalPath {

  private LocalPath() {}

  /**
   * Returns the text that names the same file.
   *
   * @throws TransferException with BAD_CALL for a path of another file system, such as that of a
   *     zip file, whose text would name another file
   */
  static String text(Path file) {
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      throw TransferException.of(
          ErrorCode.BAD_CALL,
          file + " is a path of the file system " + file.getFileSystem() + ", not of the machine's",
          "Name a local one; for the file itself, an OutputFile or an InputFile can wrap it");
    }
    String text = file.toString();
    return text.startsWith("~") ? "./" + text : text; // which is no home here
  }

  /** Returns the text that names the same file: for {@code file:}, its path. */
  static String text(URI file) {
    return "file".equalsIgnoreCase(file.getScheme()) ? text(Path.of(file)) : file.toString();
  }
}
