package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.servererrors.BootstrappingException;
import com.datastax.oss.driver.api.core.servererrors.CASWriteUnknownException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.QueryConsistencyException;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.servererrors.TruncateException;
import com.datastax.oss.driver.api.core.servererrors.UnauthorizedException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/** The driver's exceptions in our own terms. */
public final class DriverErrors {

  /** What the driver and its timer say of a session that is closed, or is being closed. */
  private static final Pattern CLOSED = Pattern.compile("closed|once stopped");

  private DriverErrors() {}

  /** Returns the exception inside the wrappers that futures put around it. */
  public static Throwable unwrap(Throwable error) {
    Throwable inner = error;
    while ((inner instanceof CompletionException || inner instanceof ExecutionException)
        && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  /**
   * Translates a failed request.
   *
   * @param error what the driver threw; a {@link TransferException} is returned as it is
   * @param what the request, as the subject of a sentence: {@code "Reading ks.t"}
   */
  public static TransferException translate(Throwable error, String what) {
    Throwable cause = unwrap(error);
    if (cause instanceof TransferException known) {
      return known;
    }
    if (cause instanceof AllNodesFailedException all && !all.getAllErrors().isEmpty()) {
      // the nodes' own answers say more than "all nodes failed"
      Throwable first = all.getAllErrors().values().iterator().next().get(0);
      TransferException answered = classified(first, what);
      if (answered != null) {
        return answered.causedBy(cause);
      }
    }
    TransferException told = classified(cause, what);
    return told != null ? told : unknown(cause, what);
  }

  /**
   * Translates a failure that the driver may have thrown itself, not through a request's future.
   *
   * @param what the transfer, as the subject of a sentence
   * @return null where it is none of the driver's
   */
  @Nullable
  public static TransferException known(Throwable error, String what) {
    return classified(unwrap(error), what);
  }

  @Nullable
  private static TransferException classified(Throwable cause, String what) {
    if (cause instanceof WriteTimeoutException || cause instanceof CASWriteUnknownException) {
      return of(
              ErrorCode.SERVER_TIMEOUT,
              what + " timed out on the server: " + cause.getMessage(),
              "Nobody knows whether it was applied; run it again, or lower CONCURRENCY",
              cause)
          .thatMayPass()
          .withUnknownOutcome();
    }
    if (cause instanceof ReadTimeoutException) {
      return of(
              ErrorCode.SERVER_TIMEOUT,
              what + " timed out on the server: " + cause.getMessage(),
              "Lower PAGESIZE, or look at the replicas' load",
              cause)
          .thatMayPass();
    }
    if (cause instanceof DriverTimeoutException) {
      return of(
              ErrorCode.SERVER_TIMEOUT,
              what + " got no answer in time: " + cause.getMessage(),
              "Raise REQUEST_TIMEOUT, or lower PAGESIZE or CONCURRENCY",
              cause)
          .thatMayPass()
          .withUnknownOutcome();
    }
    if (cause instanceof UnavailableException || cause instanceof BootstrappingException) {
      return of(
              ErrorCode.SERVER_UNAVAILABLE,
              what + " found too few live replicas: " + cause.getMessage(),
              "Bring the replicas back, or choose another CONSISTENCY",
              cause)
          .thatMayPass();
    }
    if (cause instanceof OverloadedException
        || cause instanceof RequestThrottlingException
        || cause instanceof BusyConnectionException) {
      return of(
              ErrorCode.SERVER_UNAVAILABLE,
              what + " met an overloaded server: " + cause.getMessage(),
              "Lower CONCURRENCY, or run it when the cluster is quieter",
              cause)
          .thatMayPass();
    }
    if (cause instanceof ClosedConnectionException || cause instanceof HeartbeatException) {
      return of(
              ErrorCode.SERVER_UNAVAILABLE,
              what + " lost its connection: " + cause.getMessage(),
              "Check the node and the network",
              cause)
          .thatMayPass()
          .withUnknownOutcome();
    }
    if (cause instanceof UnauthorizedException) {
      return of(
          ErrorCode.SERVER_REFUSED,
          what + " is not allowed: " + cause.getMessage(),
          "Grant the role the permission that the message names",
          cause);
    }
    if (cause instanceof InvalidQueryException) {
      return of(
          ErrorCode.SERVER_REFUSED,
          what + " was refused by the server: " + cause.getMessage(),
          "Change the statement or the value that the message names",
          cause);
    }
    if (cause instanceof QueryValidationException
        || cause instanceof QueryConsistencyException
        || cause instanceof ServerError
        || cause instanceof TruncateException) {
      return of(
          ErrorCode.SERVER_REFUSED,
          what + " failed on the server: " + cause.getMessage(),
          "Look at the server's log for the reason",
          cause);
    }
    if (cause instanceof AllNodesFailedException) {
      return of(
              ErrorCode.SERVER_UNAVAILABLE,
              what + " could reach no node: " + cause.getMessage(),
              "Check that the cluster is up and that the local data centre is the right one",
              cause)
          .thatMayPass();
    }
    if (cause instanceof IllegalStateException
        && CLOSED.matcher(String.valueOf(cause.getMessage())).find()) {
      return of(
          ErrorCode.SESSION_CLOSED,
          what + " found the session closed",
          "Keep the CqlSession open until the transfer has ended",
          cause);
    }
    return null;
  }

  private static TransferException unknown(Throwable cause, String what) {
    return of(
        ErrorCode.SERVER_REFUSED,
        what + " failed: " + cause,
        "Look at the cause and at the server's log",
        cause);
  }

  private static TransferException of(
      ErrorCode code, String problem, String remedy, Throwable cause) {
    return TransferException.of(code, problem, remedy).causedBy(cause);
  }
}
