package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.internal.storage.UnforcedException;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * What a capture has gathered: a part for each query that succeeded, and with APPEND the file that
 * stood there before. Used by one thread at a time.
 */
public final class CapturedParts {

  private final CaptureTarget target;
  private final PartsJoin join;
  private final PartFiles parts = new PartFiles();
  private final CapturedQueries queries = new CapturedQueries();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final LossCounters losses = new LossCounters();
  @Nullable private CaptureFormat format;
  private long count;
  private long rows;
  private long bytes;

  /** Begins without a part. */
  public CapturedParts(CaptureTarget target, PartsJoin join) {
    this.target = target;
    this.join = join;
  }

  /**
   * Checks that rows can go into the same file as those before them.
   *
   * @throws TransferException with SCHEMA_DIFFERS
   */
  public void require(CaptureFormat other) {
    Optional<String> difference =
        format == null ? join.differenceFrom(other) : join.joining().difference(format, other);
    if (difference.isPresent()) {
      throw TransferException.of(
          ErrorCode.SCHEMA_DIFFERS,
          "The query's result has other columns than "
              + (format == null ? "the file " : "what is captured to ")
              + target.name()
              + ": "
              + difference.get(),
          join.joining().remedy() + ". Nothing of it was captured, and the capture goes on");
    }
  }

  /**
   * Prepares a part for one more query. From time to time this joins the small ones that are there.
   *
   * @throws TransferException when that fails; then nothing has changed
   */
  public PartFile newPart() {
    CaptureFormat written = format;
    if (written != null && parts.hasManySmall()) {
      joinSmall(written);
    }
    return target.newPart();
  }

  private void joinSmall(CaptureFormat written) {
    try {
      parts.joinSmall(
          target.newPart(),
          (small, joined) -> join.joining().write(null, small, written, queries.text(), joined));
      bytes = parts.bytes();
    } catch (IOException e) {
      throw TransferException.of(
              ErrorCode.STORAGE_FAILED,
              "Joining small parts of " + target.name() + " failed: " + e.getMessage(),
              "Check the disk; nothing of this query was captured, and the capture goes on")
          .causedBy(e);
    }
    try {
      parts.deleteLeftOvers();
    } catch (TransferException triedAgainAtTheEnd) {
      return;
    }
  }

  /**
   * Adds the part of a query that succeeded.
   *
   * @param part written, and published as a part
   * @param query the query's text
   */
  public void join(
      PartFile part,
      CaptureFormat written,
      String query,
      long partRows,
      long partBytes,
      List<Loss> lost) {
    parts.add(part, partBytes);
    format = format == null ? written : format;
    queries.add(query);
    count++;
    rows += partRows;
    bytes = parts.bytes();
    losses.add(lost);
  }

  /** Returns how many queries' results there are. */
  public long queries() {
    return count;
  }

  /** Returns how many rows they have. */
  public long rows() {
    return rows;
  }

  /** Returns the size of the parts, and after {@link #publish()} that of the file. */
  public long bytes() {
    return bytes;
  }

  /** Returns what their values have lost. */
  public List<Loss> losses() {
    return losses.losses();
  }

  /** Returns what went wrong without harm to the file, each a sentence. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Lets the file appear. What fails after that is a warning.
   *
   * @return its name, or empty where there is no part and so no file
   * @throws TransferException when that fails; what stood there is as it was, and the parts are
   *     kept
   */
  public Optional<String> publish() {
    CaptureFormat written = format;
    if (written == null) {
      return Optional.empty();
    }
    String name = target.name();
    try {
      publish(written);
    } catch (UnforcedException e) {
      warnings.add(name + " was published, but " + e.getMessage());
    } catch (IOException e) {
      throw failed(name, e);
    }
    try {
      discard();
    } catch (RuntimeException e) {
      warnings.add("A left-over beside " + name + " was not deleted: " + e.getMessage());
    }
    return Optional.of(name);
  }

  private void publish(CaptureFormat written) throws IOException {
    Optional<NamedInput> before = join.before(written);
    parts.check();
    List<PartFile> files = parts.all();
    StagedFile whole = target.stage(); // which looks at the place again
    try {
      if (before.isEmpty() && files.size() == 1 && files.get(0).canBeWhole()) {
        files.get(0).publishAsWhole();
      } else {
        publishJoined(before.orElse(null), files, written, whole);
      }
    } finally {
      release(whole);
    }
  }

  private void publishJoined(
      @Nullable NamedInput before, List<PartFile> files, CaptureFormat written, StagedFile whole)
      throws IOException {
    if (target.isBegun()) {
      throw TransferException.of(
          ErrorCode.BAD_CALL,
          "Writing to " + target.name() + " began before, and cannot begin anew behind what it got",
          "Discard the capture and what was written, and capture again");
    }
    bytes = join.joining().write(before, files, written, queries.text(), whole);
    whole.publish();
  }

  /** What cannot be released is no reason to publish again what has been published. */
  private void release(StagedFile whole) {
    try {
      whole.close();
    } catch (IOException | RuntimeException e) {
      warnings.add("A left-over of " + whole.name() + " was not deleted: " + e.getMessage());
    }
  }

  private TransferException failed(String name, IOException cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Writing " + name + " failed: " + cause.getMessage(),
            target.isBegun()
                ? "What it got is not a whole file: discard that and the capture, and"
                    + " capture again"
                : "What stood there before is untouched, and the capture is kept: look after the"
                    + " disk or the storage and end it again")
        .causedBy(cause);
  }

  /**
   * Deletes all parts.
   *
   * @throws TransferException when one cannot be deleted; the others are
   */
  public void discard() {
    parts.discard();
  }

  /** Returns where the parts stand, each a file by itself; empty when there are none. */
  public List<String> kept() {
    return parts.all().stream().map(part -> part.input().name()).toList();
  }
}
