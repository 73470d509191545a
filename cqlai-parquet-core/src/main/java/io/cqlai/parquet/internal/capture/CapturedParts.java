package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.CaptureFormat;
import io.cqlai.parquet.internal.storage.Committer;
import io.cqlai.parquet.internal.storage.PartFile;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.spi.StagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * What a capture has gathered: a part for each query that succeeded, and with APPEND the file that
 * stood there before. Used by one thread at a time.
 */
public final class CapturedParts {

  private final CaptureTarget target;
  private final PartsJoin join;
  private final List<PartFile> parts = new ArrayList<>();
  private final CapturedQueries queries = new CapturedQueries();
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
        format == null
            ? join.differenceFrom(other)
            : ResultDifference.between(format.rows(), other.rows());
    if (difference.isPresent()) {
      throw TransferException.of(
          ErrorCode.SCHEMA_DIFFERS,
          "The query's result has other columns than "
              + (format == null ? "the file " : "what is captured to ")
              + target.stage().name()
              + ": "
              + difference.get(),
          "A Parquet file has one schema: capture this result to another file, or capture to CSV or"
              + " JSON, where results may differ. Nothing of it was captured, and the capture goes"
              + " on");
    }
  }

  /** Prepares a part for one more query. */
  public PartFile newPart() {
    return target.newPart();
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
    parts.add(part);
    format = format == null ? written : format;
    queries.add(query);
    count++;
    rows += partRows;
    bytes += partBytes;
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

  /**
   * Lets the file appear.
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
    String name = target.stage().name();
    try {
      if (!join.adds() && parts.size() == 1 && parts.get(0).canBeWhole()) {
        parts.get(0).publishAsWhole();
      } else {
        join(written);
      }
    } catch (IOException e) {
      throw TransferException.of(
              ErrorCode.STORAGE_FAILED,
              "Writing " + name + " failed: " + e.getMessage(),
              "What stood there before is untouched, and the capture is kept: look after the disk"
                  + " or the storage and end it again")
          .causedBy(e);
    }
    discard();
    return Optional.of(name);
  }

  private void join(CaptureFormat written) throws IOException {
    try (Committer committer = new Committer()) {
      StagedFile whole = committer.add(target.stage());
      bytes = join.join(parts, written.format(), queries.text(), whole);
      committer.publish();
    }
  }

  /**
   * Deletes all parts.
   *
   * @throws TransferException when one cannot be deleted; the others are
   */
  public void discard() {
    try (Committer leftOvers = new Committer()) {
      parts.forEach(part -> leftOvers.add(part.asLeftOver()));
      parts.clear();
    }
  }
}
