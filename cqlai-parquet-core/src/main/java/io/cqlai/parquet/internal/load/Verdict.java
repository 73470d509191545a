package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.servererrors.WriteFailureException;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.DriverErrors;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What follows from a request that failed.
 *
 * @param then what to do with the row
 * @param error the failure in our own terms
 * @param reason the failure as a phrase about the row
 * @param rowAtFault whether it may be for this row alone
 */
record Verdict(Then then, TransferException error, String reason, boolean rowAtFault) {

  enum Then {
    /** Send it again. */
    REPEAT,
    /** Nobody knows whether it was applied, and the row tells. */
    READ_BACK,
    /** The row is not taken; the others may be. */
    REJECT,
    /** No row will be taken any more. */
    END
  }

  /** Rows that no replica takes may be many, and each is waited for. */
  private static final int ATTEMPTS_OF_A_ROW = 5;

  private static final Pattern TABLE_CHANGED =
      Pattern.compile(
          "unconfigured table|table .* does not exist|keyspace .* does not exist"
              + "|undefined column name|unknown identifier|undefined name",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TOO_LARGE =
      Pattern.compile("^Batch too large", Pattern.CASE_INSENSITIVE);

  /** Tells whether the server refused a batch for its size alone. */
  boolean isTooLarge() {
    return TOO_LARGE.matcher(reason).find();
  }

  /** Tells whether one of several rows may be at fault, while the others may be written. */
  boolean isOfTheRows() {
    return then == Then.REJECT || then == Then.REPEAT && rowAtFault;
  }

  /** Tells whether a row that is not sent again may have been applied. */
  boolean leavesInDoubt() {
    return then == Then.READ_BACK || then == Then.REJECT && error.outcomeUnknown();
  }

  /**
   * Judges a failure.
   *
   * @param attempt how many times the row has been sent, from 1
   */
  static Verdict of(Throwable failure, LoadSpec spec, int attempt, int attempts) {
    Throwable cause = DriverErrors.unwrap(failure);
    TransferException error = DriverErrors.translate(cause, "Writing to " + spec.table().cqlName());
    String reason = reason(cause);
    if (cause instanceof InvalidQueryException && TABLE_CHANGED.matcher(reason).find()) {
      return new Verdict(Then.END, changed(spec, reason, cause), reason, false);
    }
    if (cause instanceof InvalidQueryException) {
      return new Verdict(Then.REJECT, error, reason, true);
    }
    boolean rowAtFault = mayBeTheRow(cause);
    boolean unknown = mayHaveBeenApplied(cause);
    boolean passing = error.retryable() || rowAtFault;
    int most = rowAtFault ? Math.min(attempts, ATTEMPTS_OF_A_ROW) : attempts;
    if (passing && attempt < most && (spec.repeatable() || !unknown)) {
      return new Verdict(Then.REPEAT, error, reason, rowAtFault);
    }
    if (unknown && spec.conditional()) {
      return new Verdict(Then.READ_BACK, error.withUnknownOutcome(), reason, rowAtFault);
    }
    if (rowAtFault || (unknown && !spec.repeatable())) {
      return new Verdict(Then.REJECT, error.withUnknownOutcome(), reason, rowAtFault);
    }
    return new Verdict(Then.END, unknown ? error.withUnknownOutcome() : error, reason, rowAtFault);
  }

  /** A replica that fails may do so for this row alone, or for a reason that passes. */
  private static boolean mayBeTheRow(Throwable cause) {
    return cause instanceof WriteFailureException || cause instanceof ServerError;
  }

  /** An overloaded coordinator may have sent the write to some replicas before it noticed. */
  private static boolean mayHaveBeenApplied(Throwable cause) {
    if (cause instanceof AllNodesFailedException all) {
      return all.getAllErrors().values().stream()
          .flatMap(List::stream)
          .anyMatch(Verdict::mayHaveBeenApplied);
    }
    return mayBeTheRow(cause)
        || cause instanceof OverloadedException
        || DriverErrors.translate(cause, "").outcomeUnknown();
  }

  private static TransferException changed(LoadSpec spec, String reason, Throwable cause) {
    return TransferException.of(
            ErrorCode.SCHEMA_CHANGED,
            "The table "
                + spec.table().cqlName()
                + " was altered or dropped during the import: "
                + reason,
            "Rows written before stay; run it again on the table as it is now")
        .causedBy(cause);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
