package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.load.Loader;
import io.cqlai.parquet.internal.load.Reject;
import io.cqlai.parquet.internal.load.RowPlace;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.schema.CqlName;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/** The rows of an import that were rejected: what is said of them, and where they are kept. */
final class ImportRejects implements AutoCloseable {

  private final ImportPlan plan;
  private final Loader loader;
  @Nullable private final RejectedCopies copies;

  ImportRejects(Job<?> job, ImportPlan plan, Loader loader) {
    this.plan = plan;
    this.loader = loader;
    this.copies = plan.keepsRejects() ? new RejectedCopies(plan, job::checkCancelled) : null;
  }

  /** Takes over the rejects so far. */
  synchronized void keep() {
    List<Reject> rejects = loader.takeRejects();
    if (copies != null) {
      try {
        copies.add(rejects);
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  /** Lets the files of rejects appear, and returns their names. */
  synchronized List<String> publish() {
    keep();
    try {
      return copies == null ? List.of() : copies.publish();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static TransferException failed(IOException cause) {
    return TransferException.of(
            ErrorCode.STORAGE_FAILED,
            "Writing ERRFILE failed: " + cause.getMessage(),
            "Check the disk or the storage; rows that were written to the table stay")
        .causedBy(cause);
  }

  /** Returns the failure of an import that has met more rejects than it accepts. */
  TransferException tooMany() {
    Reject first = Objects.requireNonNull(loader.firstReject(), "too many rejects, and no first");
    long count = loader.counts().rejected();
    String problem =
        count == 1
            ? "A row was rejected: " + fault(first)
            : count
                + " rows were rejected, and MAXERRORS is "
                + plan.maxErrors()
                + "; the first: "
                + fault(first);
    String remedy =
        plan.keepsRejects()
            ? "Correct the rows, which "
                + String.join(" and ", plan.errorFileNames())
                + " keeps, or raise MAXERRORS"
            : "Correct the rows, or raise MAXERRORS and name an ERRFILE that keeps them";
    return TransferException.of(ErrorCode.TOO_MANY_ERRORS, problem, remedy)
        .at(place(plan, first.row()));
  }

  /** Returns a reject with its place, as a phrase. */
  static String describe(ImportPlan plan, Reject reject) {
    return place(plan, reject.row()).prefix() + fault(reject);
  }

  private static Place place(ImportPlan plan, RowPlace row) {
    return plan.files().get(row.file()).source().place(row.rowGroup(), row.position());
  }

  private static String fault(Reject reject) {
    String column =
        reject.column() == null ? "" : "column " + CqlName.quoteIfNeeded(reject.column()) + " of ";
    String row = reject.key() == null ? "the row" : "the row with " + reject.key();
    return column + row + ": " + reject.reason();
  }

  @Override
  public synchronized void close() {
    if (copies != null) {
      try {
        copies.close();
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }
}
