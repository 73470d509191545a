package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.IfExists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.parquet.io.InputFile;

/** Files of the local file system. Paths have been through {@code Access} before they come here. */
final class LocalStorage {

  private LocalStorage() {}

  static InputFile open(Path path) throws IOException {
    if (Files.notExists(path) || isUnderFile(path)) { // which an unreadable one is not
      throw TransferException.of(
          ErrorCode.NO_SUCH_FILE, "No such file: " + path, "Check the path" + missingParent(path));
    }
    if (Files.isDirectory(path)) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          path + " is a directory, where a file is needed",
          "Name one of its files");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) { // a pipe would be waited for
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          path + " is not a regular file",
          "Copy what it holds to a file, and name that");
    }
    if (!Files.isReadable(path)) {
      throw TransferException.of(
          ErrorCode.STORAGE_FAILED,
          "Cannot read " + path,
          "Check its permissions and those of the directories above it");
    }
    return new LocalFile(path);
  }

  static LocalStaged stage(Path target, IfExists ifExists) {
    if (target.getFileName() == null || Files.isDirectory(target)) {
      throw unusable(target, "it is a directory", "Name a file inside it");
    }
    Path parent = parent(target);
    if (Files.exists(target)) {
      if (!Files.isRegularFile(target)) {
        throw unusable(target, "it exists and is not a regular file", "Name another file");
      }
      if (ifExists == IfExists.ERROR) {
        throw exists(target);
      }
    }
    requireWritable(target, parent);
    return new LocalStaged(target, ifExists);
  }

  /** Prepares a directory; what stands there is looked at by {@link StagedDirectory#check()}. */
  static StagedDirectory stageDirectory(Path target, IfExists ifExists, Set<String> replaceable)
      throws IOException {
    if (target.getFileName() == null) {
      throw unusable(target, "it is the root", "Name a directory inside it");
    }
    Path parent = parent(target);
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw unusable(target, "it exists and is not a directory", "Name another directory");
    }
    requireWritable(target, parent);
    if (Files.exists(target)
        && !Files.getFileStore(target).equals(Files.getFileStore(parent))) { // cannot be renamed
      throw unusable(target, "it is the root of a file system", "Name a directory inside it");
    }
    return new StagedDirectory(target, ifExists, replaceable);
  }

  private static Path parent(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw unusable(target, "there is no directory " + parent, "Create the directory first");
    }
    return parent;
  }

  private static void requireWritable(Path target, Path parent) {
    if (!Files.isWritable(parent)) {
      throw unusable(
          target, "the directory " + parent + " is not writable", "Check its permissions");
    }
  }

  static TransferException exists(Path target) {
    return TransferException.of(
        ErrorCode.TARGET_EXISTS,
        "The file " + target + " exists, and IF_EXISTS is ERROR",
        "Name another file, delete this one, or say IF_EXISTS='REPLACE'");
  }

  private static TransferException unusable(Path target, String why, String remedy) {
    return TransferException.of(
        ErrorCode.TARGET_UNUSABLE, "Cannot write " + target + ": " + why, remedy);
  }

  /** Whether a file stands where the path needs a directory, which some JDKs call missing. */
  private static boolean isUnderFile(Path path) {
    Path above = path.toAbsolutePath().getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    return above != null && !Files.isDirectory(above);
  }

  private static String missingParent(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent != null && !Files.isDirectory(parent)
        ? "; there is no directory " + parent + " either"
        : "";
  }
}
