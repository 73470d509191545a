package io.cqlai.parquet.internal.storage;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.spi.Staged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/** The files of one transfer: published together at its end, or discarded together. */
public final class Committer implements AutoCloseable {

  private final List<Staged> files = new ArrayList<>();

  /** Adds a file or directory, which is the committer's from then on, and returns it. */
  public <S extends Staged> S add(S file) {
    files.add(file);
    return file;
  }

  /**
   * Publishes all files, the one that was added first at the end: it is what the others belong to.
   *
   * @throws TransferException when one fails; those before it are published, as the message says,
   *     and the others are not. Also when all have appeared, and the disk may not have one of them
   *     yet
   */
  public void publish() {
    StringBuilder before = new StringBuilder();
    @Nullable Unforced slow = null;
    for (int i = files.size() - 1; i >= 0; i--) {
      Staged file = files.get(i);
      try {
        file.publish();
        before.append(file.name()).append(" was published. ");
      } catch (IOException e) {
        before.append(slow == null ? "" : slow.file.name() + " was published. ");
        if (e instanceof UnforcedException unforced) {
          slow = new Unforced(file, unforced);
        } else {
          throw failed(before, file, e, slow);
        }
      }
    }
    if (slow != null) {
      throw slow.told(before.toString());
    }
  }

  /** A file that has appeared, and that the disk may not have yet. */
  private record Unforced(Staged file, UnforcedException cause) {
    TransferException told(String before) {
      return TransferException.of(
              ErrorCode.STORAGE_FAILED,
              before + file.name() + " was published, but " + cause.getMessage(),
              "The file is whole: look after the disk before the machine stops")
          .causedBy(cause);
    }
  }

  private static TransferException failed(
      StringBuilder before, Staged file, IOException e, @Nullable Unforced slow) {
    TransferException failed =
        TransferException.of(
                ErrorCode.STORAGE_FAILED,
                before + "Cannot publish " + file.name() + ": " + e.getMessage(),
                "What stood there before is untouched; check the disk and run it again")
            .causedBy(e);
    if (slow != null) {
      failed.addSuppressed(slow.told(""));
    }
    return failed;
  }

  /**
   * Discards every file that has not been published. All are tried before the first failure shows.
   */
  @Override
  public void close() {
    @Nullable RuntimeException first = null;
    for (Staged file : files) {
      try {
        file.close();
      } catch (IOException | RuntimeException e) {
        RuntimeException failure = e instanceof RuntimeException r ? r : asTransfer(file, e);
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static TransferException asTransfer(Staged file, Exception e) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Cannot discard what was written for " + file.name() + ": " + e.getMessage(),
            "Look for left-overs beside it")
        .causedBy(e);
  }
}
