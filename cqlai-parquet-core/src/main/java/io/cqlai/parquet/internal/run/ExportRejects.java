package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.plan.ExportPlan;
import io.cqlai.parquet.internal.plan.RejectTarget;
import io.cqlai.parquet.internal.storage.Committer;
import io.cqlai.parquet.row.RowView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.annotation.Nullable;

/**
 * The rows that an export's file cannot hold: counted, told of, and kept where the plan has a file
 * for them. Rows are added by all threads of the export.
 */
final class ExportRejects implements AutoCloseable {

  private final ExportPlan plan;
  @Nullable private final RejectTarget target;
  private final String remedy;
  private final ReentrantLock lock = new ReentrantLock();
  private long count;
  @Nullable private String first;
  @Nullable private RejectFile file;

  /**
   * Begins without rejects.
   *
   * @param remedy what can be done about rows that do not fit
   */
  ExportRejects(ExportPlan plan, String remedy) {
    this.plan = plan;
    this.target = plan.rejects();
    this.remedy = remedy;
  }

  /**
   * Has the rejects kept from now on.
   *
   * @param committer is given their file when it is opened, to be published with the export's
   * @return these rejects, whose file is to be closed
   */
  ExportRejects keptIn(Committer committer) {
    file = target == null ? null : new RejectFile(target, plan.rows(), committer);
    return this;
  }

  /**
   * Adds a row.
   *
   * @throws TransferException when there are more than the plan accepts
   * @throws UncheckedIOException when their file fails
   */
  void add(RowView row, int column, String reason) {
    lock.lock();
    try {
      keep(row, column, reason);
    } finally {
      lock.unlock();
    }
  }

  private void keep(RowView row, int column, String reason) {
    count++;
    if (first == null) {
      first =
          "column "
              + plan.rows().column(column).cqlName()
              + " of the row with "
              + plan.keyOf(row)
              + ": "
              + reason;
    }
    if (count > plan.maxErrors()) {
      throw TransferException.of(
              ErrorCode.TOO_MANY_ERRORS,
              (count == 1
                      ? "A row does not fit: "
                      : count
                          + " rows do not fit, and MAXERRORS is "
                          + plan.maxErrors()
                          + "; the first: ")
                  + first,
              remedy)
          .at(Place.table(plan.subject()));
    }
    if (file != null) {
      try {
        file.add(row, column, reason);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns how many there are. */
  long count() {
    return count;
  }

  /** Returns what a caller should know of them, or of those that another run has left. */
  List<String> warnings() {
    if (count > 0) {
      return List.of(count + " rows do not fit; the first: " + first);
    }
    return target != null && target.file().isThere()
        ? List.of(RejectFile.ofAnotherRun(target.file()))
        : List.of();
  }

  /** Returns the name of their file; none where there is none. */
  List<String> files() {
    return target == null || count == 0 ? List.of() : List.of(target.file().name());
  }

  /**
   * Completes their file, which is not published yet.
   *
   * @throws IOException when it fails
   */
  void finish() throws IOException {
    if (file != null) {
      file.finish();
    }
  }

  /** Releases their file. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
