package io.cqlai.parquet.internal.run;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.CoordinatorException;
import com.datastax.oss.driver.api.core.servererrors.ReadFailureException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Backoff;
import io.cqlai.parquet.internal.cql.DriverErrors;
import java.util.List;

/**
 * What follows from a page that did not come.
 *
 * @param then what to do
 * @param error the failure in our own terms
 * @param answered whether it is what a server said, and not that none said anything
 */
record PageFailure(Then then, TransferException error, boolean answered) {

  enum Then {
    /** Ask for the same page again, after a pause. */
    REPEAT,
    /** Ask for less: a part of the stretch, or a smaller page. */
    ASK_FOR_LESS,
    /** It will not pass. */
    END
  }

  /** How a page is asked for again. */
  static final Backoff BACKOFF = Backoff.PATIENT;

  /** As often a page may fail on its way from the whole ring to one token: twice at each cut. */
  static final int MOST_IN_A_ROW = 128;

  /**
   * Time-outs and errors within a server may pass; what fails so often in that way is too much for
   * one request, or has a row in it that the server cannot read.
   */
  private static final int ATTEMPTS_OF_A_PAGE = 2;

  /**
   * Judges a failure.
   *
   * @param attempt how many times the page has been asked for, from 1
   * @param what the request, as the subject of a sentence
   */
  static PageFailure of(Throwable failure, int attempt, String what) {
    TransferException error = DriverErrors.translate(failure, what);
    Throwable cause = DriverErrors.unwrap(failure);
    boolean answered = isAny(cause, CoordinatorException.class);
    if (isAny(cause, ReadFailureException.class)) {
      return new PageFailure(Then.ASK_FOR_LESS, error, answered); // such as too many tombstones
    }
    boolean ofThePage =
        isAny(cause, ReadTimeoutException.class)
            || isAny(cause, DriverTimeoutException.class)
            || isAny(cause, ServerError.class);
    if (ofThePage && attempt >= ATTEMPTS_OF_A_PAGE) {
      return new PageFailure(Then.ASK_FOR_LESS, error, answered);
    }
    boolean again = ofThePage || error.retryable() && attempt < BACKOFF.attempts();
    return new PageFailure(again ? Then.REPEAT : Then.END, error, answered);
  }

  private static boolean isAny(Throwable cause, Class<? extends Throwable> kind) {
    return kind.isInstance(cause)
        || cause instanceof AllNodesFailedException all
            && all.getAllErrors().values().stream()
                .flatMap(List::stream)
                .anyMatch(kind::isInstance);
  }
}
