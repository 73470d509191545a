package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.load.Loader;
import io.cqlai.parquet.internal.load.Reject;
import io.cqlai.parquet.internal.load.RowPlace;
import io.cqlai.parquet.internal.plan.ImportPlan;
import io.cqlai.parquet.schema.CqlName;
import java.util.Objects;

/** The rows of an import that were rejected: what is said of them, and the file that keeps them. */
final class ImportRejects implements AutoCloseable {

  private final ImportPlan plan;
  private final Loader loader;

  ImportRejects(ImportPlan plan, Loader loader) {
    this.plan = plan;
    this.loader = loader;
  }

  /** Takes over the rejects so far. */
  void keep() {
    loader.takeRejects();
  }

  /** Lets the file of rejects appear; returns whether there is one. */
  boolean publish() {
    keep();
    return false;
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
        plan.errorFile() != null
            ? "Correct the rows in " + plan.errorFile().name() + ", or raise MAXERRORS"
            : "Correct the rows, or raise MAXERRORS and name an ERRFILE that keeps them";
    return TransferException.of(ErrorCode.TOO_MANY_ERRORS, problem, remedy)
        .at(place(plan, first.row()));
  }

  /** Returns a reject with its place, as a phrase. */
  static String describe(ImportPlan plan, Reject reject) {
    return place(plan, reject.row()).prefix() + fault(reject);
  }

  private static Place place(ImportPlan plan, RowPlace row) {
    return Place.file(plan.files().get(row.file()).name())
        .inRowGroup(row.rowGroup())
        .atRow(row.position());
  }

  private static String fault(Reject reject) {
    String column =
        reject.column() == null ? "" : "column " + CqlName.quoteIfNeeded(reject.column()) + " of ";
    String row = reject.key() == null ? "the row" : "the row with " + reject.key();
    return column + row + ": " + reject.reason();
  }

  @Override
  public void close() {
    keep();
  }
}
