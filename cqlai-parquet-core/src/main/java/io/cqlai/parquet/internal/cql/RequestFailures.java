package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.servererrors.BootstrappingException;
import com.datastax.oss.driver.api.core.servererrors.CASWriteUnknownException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.ReadFailureException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteFailureException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import io.cqlai.parquet.progress.RequestFailure;
import java.util.List;
import java.util.Map;

/** The driver's exceptions as what metrics and logs tell of them. */
public final class RequestFailures {

  private static final Map<RequestFailure, List<Class<? extends Throwable>>> KINDS =
      Map.of(
          RequestFailure.TIMEOUT,
          List.of(
              ReadTimeoutException.class,
              WriteTimeoutException.class,
              CASWriteUnknownException.class,
              DriverTimeoutException.class),
          RequestFailure.UNAVAILABLE,
          List.of(UnavailableException.class, BootstrappingException.class),
          RequestFailure.OVERLOADED,
          List.of(
              OverloadedException.class,
              RequestThrottlingException.class,
              BusyConnectionException.class),
          RequestFailure.CONNECTION,
          List.of(ClosedConnectionException.class, HeartbeatException.class),
          RequestFailure.SERVER,
          List.of(ReadFailureException.class, WriteFailureException.class, ServerError.class));

  private RequestFailures() {}

  /** Returns the kind of a failed request. */
  public static RequestFailure of(Throwable error) {
    Throwable cause = DriverErrors.unwrap(error);
    if (cause instanceof AllNodesFailedException all) {
      return all.getAllErrors().values().stream()
          .flatMap(List::stream)
          .findFirst()
          .map(RequestFailures::of)
          .orElse(RequestFailure.UNAVAILABLE);
    }
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().stream().anyMatch(type -> type.isInstance(cause)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(RequestFailure.REFUSED);
  }
}
