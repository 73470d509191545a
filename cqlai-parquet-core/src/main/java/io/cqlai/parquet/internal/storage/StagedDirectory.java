package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.spi.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.Nullable;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A local directory of files, written under a temporary name beside its target: it appears whole,
 * by one rename. Where it replaces another, that one steps aside by a rename before, and is deleted
 * at the end. A process that is killed between the two renames leaves nothing under the final name,
 * and what stood there under a temporary one, which nobody deletes.
 */
public final class StagedDirectory implements Staged {

  private final Path target;
  private final Path temporary;
  private final IfExists ifExists;
  private final Set<String> replaceable;
  private final AtomicBoolean begun = new AtomicBoolean();
  @Nullable private Path aside;
  private boolean published;

  /**
   * Makes it; nothing is created yet.
   *
   * @param replaceable with REPLACE, the names of what may stand in the directory that it replaces:
   *     nothing else is deleted
   */
  StagedDirectory(Path target, IfExists ifExists, Set<String> replaceable) {
    this.target = target;
    this.temporary = TemporaryName.ofWhole(target);
    this.ifExists = ifExists;
    this.replaceable = Set.copyOf(replaceable);
  }

  @Override
  public String name() {
    return target.toString();
  }

  /** Returns the final name of a file in it. */
  public String name(String file) {
    return target.resolve(file).toString();
  }

  /**
   * Returns a file in it, which appears with it. Safe for use by several threads.
   *
   * @throws IOException when the directory cannot be made
   */
  public OutputFile file(String name) throws IOException {
    if (!begun.getAndSet(true)) {
      TemporaryName.deleteLeftBehind(target);
    }
    Files.createDirectories(temporary);
    return new LocalOutputFile(temporary.resolve(name));
  }

  /**
   * Writes a small file in it.
   *
   * @throws IOException when that fails
   */
  public void write(String name, String text) throws IOException {
    Files.createDirectories(temporary);
    Files.writeString(temporary.resolve(name), text);
  }

  /**
   * Refuses a target that holds what may not be replaced.
   *
   * @throws TransferException TARGET_EXISTS; TARGET_UNUSABLE when it cannot be looked into
   */
  public void check() {
    if (!Files.exists(target)) {
      return;
    }
    try {
      check(target);
    } catch (IOException e) {
      throw TransferException.of(
              ErrorCode.TARGET_UNUSABLE,
              "Cannot look into " + target + ": " + e,
              "Check its permissions, or name another directory")
          .causedBy(e);
    }
  }

  private void check(Path there) throws IOException {
    for (Path entry : Entries.of(there)) {
      String name = String.valueOf(entry.getFileName());
      if (ifExists == IfExists.ERROR) {
        throw exists("is not empty: it holds " + name + ", and IF_EXISTS is ERROR");
      }
      if (!replaceable.contains(name) || Files.isDirectory(entry)) {
        throw exists(
            "holds "
                + name
                + ", which is not of the export that is to be replaced, by its manifest");
      }
    }
  }

  private TransferException exists(String why) {
    return TransferException.of(
        ErrorCode.TARGET_EXISTS,
        "The directory " + target + " " + why,
        ifExists == IfExists.ERROR
            ? "Name another directory, or replace an earlier export with IF_EXISTS='REPLACE'"
            : "Name another directory, or take the file away");
  }

  @Override
  public boolean isThere() {
    return Files.exists(target);
  }

  @Override
  public void publish() throws IOException {
    for (Path file : Entries.of(temporary)) {
      LocalStaged.force(file);
    }
    LocalStaged.forceDirectory(temporary);
    check();
    if (ifExists == IfExists.REPLACE && isThere()) {
      stepAside();
    }
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      stepBack(e);
      throw e;
    }
    published = true;
    try {
      LocalStaged.forceDirectory(target.toAbsolutePath().getParent());
    } catch (IOException e) {
      Path kept = aside;
      aside = null; // which may be all that the disk has
      throw new UnforcedException(
          kept == null
              ? e
              : new IOException(e.getMessage() + "; what it replaced is at " + kept, e));
    }
  }

  private void stepAside() throws IOException {
    Path other = TemporaryName.ofPart(target); // which nobody deletes as left behind
    Files.move(target, other, StandardCopyOption.ATOMIC_MOVE);
    aside = other;
    try {
      check(other); // once more: from here on nobody puts anything there by the target's name
    } catch (IOException | RuntimeException e) {
      stepBack(e);
      throw e;
    }
  }

  private void stepBack(Exception cause) {
    Path other = aside;
    if (other == null) {
      return;
    }
    aside = null;
    try {
      Files.move(other, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      cause.addSuppressed(e);
      throw TransferException.of(
              ErrorCode.STORAGE_FAILED,
              "Cannot publish " + target + ": " + cause.getMessage(),
              "What stood there before is at " + other + ": rename it back by hand")
          .causedBy(cause);
    }
  }

  /** Deletes what has not been published, and what has been replaced. */
  @Override
  public void close() throws IOException {
    delete(temporary);
    if (aside != null) {
      Path left = TemporaryName.ofWhole(target); // which others delete, if this process cannot
      Files.move(aside, left, StandardCopyOption.ATOMIC_MOVE);
      delete(left);
    }
  }

  private void delete(Path directory) {
    try {
      Entries.delete(directory);
    } catch (IOException e) {
      throw TransferException.of(
              ErrorCode.STORAGE_FAILED,
              "Cannot delete the temporary directory " + directory,
              "Delete it by hand; " + target + (published ? " is whole" : " is as it was"))
          .causedBy(e);
    }
  }
}
