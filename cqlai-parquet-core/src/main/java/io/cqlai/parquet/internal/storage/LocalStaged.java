package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.spi.StagedFile;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A local file, written under a temporary name beside its target, so that publishing is one rename
 * within a file system: flush to the disk, rename, flush the directory. Where only the last of
 * these fails, {@link #publish()} throws an {@link UnforcedException}.
 */
final class LocalStaged implements StagedFile {

  private final Path target;
  private final Path temporary;
  private final IfExists ifExists;
  private final LeftBehind leftBehind;
  private boolean published;

  /** What becomes of the files that killed processes have left of the same target. */
  private enum LeftBehind {
    DELETED_FIRST,
    LEFT_TO_OTHERS
  }

  LocalStaged(Path target, IfExists ifExists) {
    this(target, ifExists, TemporaryName.ofWhole(target), LeftBehind.DELETED_FIRST);
  }

  private LocalStaged(Path target, IfExists ifExists, Path temporary, LeftBehind leftBehind) {
    this.target = target;
    this.ifExists = ifExists;
    this.temporary = temporary;
    this.leftBehind = leftBehind;
  }

  /** Returns the same for a part that can be read by itself, also after its process has died. */
  LocalStaged asPart() {
    return new LocalStaged(
        target, ifExists, TemporaryName.ofPart(target), LeftBehind.LEFT_TO_OTHERS);
  }

  /** Returns the same for one of many files in a directory that its owner tidies. */
  LocalStaged asOneOfMany() {
    return new LocalStaged(target, ifExists, temporary, LeftBehind.LEFT_TO_OTHERS);
  }

  @Override
  public String name() {
    return target.toString();
  }

  /** Returns where it stands until it is published. */
  Path temporary() {
    return temporary;
  }

  @Override
  public Optional<Path> temporaryFile() {
    return Optional.of(temporary);
  }

  @Override
  public OutputFile output() {
    if (leftBehind == LeftBehind.DELETED_FIRST) {
      TemporaryName.deleteLeftBehind(target);
    }
    return new LocalOutputFile(temporary);
  }

  @Override
  public void publish() throws IOException {
    force(temporary);
    if (ifExists == IfExists.ERROR) {
      publishWithoutReplacing();
    } else {
      replace();
    }
    published = true;
    try {
      forceDirectory(target.getParent());
    } catch (IOException e) {
      throw new UnforcedException(e);
    }
  }

  @Override
  public boolean isThere() {
    return Files.exists(target);
  }

  private void replace() throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("The file system cannot rename " + temporary + " atomically", e);
    }
  }

  /**
   * A hard link, unlike a rename, fails where the name has been taken in the meantime. The
   * temporary name goes when this is closed.
   */
  private void publishWithoutReplacing() throws IOException {
    try {
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      throw LocalStorage.exists(target).causedBy(e);
    } catch (UnsupportedOperationException e) {
      if (Files.exists(target)) {
        throw LocalStorage.exists(target).causedBy(e);
      }
      replace();
    }
  }

  /** Flushes a file to the disk. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Flushes the names in a directory to the disk, as far as the system can. */
  static void forceDirectory(@Nullable Path directory) throws IOException {
    if (directory == null || File.separatorChar == '\\') {
      return; // Windows has no handle on a directory that could be flushed
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw TransferException.of(
              ErrorCode.STORAGE_FAILED,
              "Cannot delete the temporary file " + temporary,
              "Delete it by hand; " + target + (published ? " is whole" : " is as it was"))
          .causedBy(e);
    }
  }
}
