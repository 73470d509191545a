package io.cqlai.parquet.internal.run;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.ReadFailureException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Backoff;
import io.cqlai.parquet.internal.cql.DriverErrors;
import java.util.List;

/**
 * What follows from a page that did not come.
 *
 * @param then what to do
 * @param error the failure in our own terms
 */
record PageFailure(Then then, TransferException error) {

  enum Then {
    /** Ask for the same page again, after a pause. */
    REPEAT,
    /** Ask for less: a part of the stretch, or a smaller page. */
    ASK_FOR_LESS,
    /** It will not pass. */
    END
  }

  /** Nine attempts, which together wait for about half a minute: a node comes back in that time. */
  static final Backoff BACKOFF = new Backoff(9, 250, 10_000);

  /** Time-outs may pass; a stretch that times out so often is too much for one request. */
  private static final int TIMEOUTS = 2;

  /**
   * Judges a failure.
   *
   * @param attempt how many times the page has been asked for, from 1
   * @param what the request, as the subject of a sentence
   */
  static PageFailure of(Throwable failure, int attempt, String what) {
    TransferException error = DriverErrors.translate(failure, what);
    Throwable cause = DriverErrors.unwrap(failure);
    if (isAny(cause, ReadFailureException.class)) {
      return new PageFailure(Then.ASK_FOR_LESS, error); // such as too many tombstones
    }
    boolean timeout =
        isAny(cause, ReadTimeoutException.class) || isAny(cause, DriverTimeoutException.class);
    if (timeout && attempt >= TIMEOUTS) {
      return new PageFailure(Then.ASK_FOR_LESS, error);
    }
    boolean again = error.retryable() && attempt < BACKOFF.attempts();
    return new PageFailure(again ? Then.REPEAT : Then.END, error);
  }

  private static boolean isAny(Throwable cause, Class<? extends Throwable> kind) {
    return kind.isInstance(cause)
        || cause instanceof AllNodesFailedException all
            && all.getAllErrors().values().stream()
                .flatMap(List::stream)
                .anyMatch(kind::isInstance);
  }
}
