package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.ReadFailureException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteFailureException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.WriteType;
import java.util.List;
import java.util.Map;

/** How a request may fail. */
public enum Fault {
  READ_TIMEOUT,
  WRITE_TIMEOUT,
  UNAVAILABLE,
  OVERLOADED,
  SERVER_ERROR,
  DROPPED_CONNECTION,
  TOMBSTONES,
  WRITE_FAILURE;

  /** Those that a page may meet. */
  static final List<Fault> OF_READS =
      List.of(READ_TIMEOUT, UNAVAILABLE, OVERLOADED, SERVER_ERROR, DROPPED_CONNECTION, TOMBSTONES);

  /** Those that a write may meet. */
  public static final List<Fault> OF_WRITES =
      List.of(
          WRITE_TIMEOUT, UNAVAILABLE, OVERLOADED, SERVER_ERROR, DROPPED_CONNECTION, WRITE_FAILURE);

  private static final ConsistencyLevel LEVEL = ConsistencyLevel.LOCAL_QUORUM;

  /** What the driver throws for it, as an answer of one of the nodes. */
  public Throwable on(CqlSession session) {
    return on(session.getMetadata().getNodes().values().iterator().next());
  }

  /** What the driver throws for it. */
  public Throwable on(Node node) {
    return switch (this) {
      case READ_TIMEOUT -> new ReadTimeoutException(node, LEVEL, 0, 1, false);
      case WRITE_TIMEOUT -> new WriteTimeoutException(node, LEVEL, 0, 1, WriteType.SIMPLE);
      case UNAVAILABLE -> new UnavailableException(node, LEVEL, 1, 0);
      case OVERLOADED -> new OverloadedException(node);
      case SERVER_ERROR -> new ServerError(node, "java.lang.RuntimeException");
      case DROPPED_CONNECTION -> new ClosedConnectionException("Lost connection to remote peer");
      case TOMBSTONES -> new ReadFailureException(node, LEVEL, 0, 1, 1, false, Map.of());
      case WRITE_FAILURE ->
          new WriteFailureException(node, LEVEL, 0, 1, WriteType.SIMPLE, 1, Map.of());
    };
  }
}
