package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Compares this machine's clock with a server's. */
public final class ServerClock {

  /** How far behind this machine's clock may be before it is worth a warning. */
  public static final Duration TOLERANCE = Duration.ofSeconds(1);

  private ServerClock() {}

  /**
   * Asks one node for its time.
   *
   * @param clock this machine's clock
   * @return a warning when this machine's clock is behind by more than {@link #TOLERANCE}: rows
   *     with its time lose against what is in the table
   */
  public static CompletionStage<Optional<String>> check(Requests requests, InstantSource clock) {
    SimpleStatement now =
        requests
            .statement("SELECT toTimestamp(now()) FROM system.local")
            .setConsistencyLevel(ConsistencyLevel.LOCAL_ONE); // ANY is for writes alone
    return requests.ask(now).thenApply(result -> warning(result, clock.instant()));
  }

  private static Optional<String> warning(AsyncResultSet result, Instant here) {
    Row row = result.one();
    Instant there = row == null ? null : row.getInstant(0);
    if (there == null) {
      return Optional.empty();
    }
    Duration behind = Duration.between(here, there);
    if (behind.compareTo(TOLERANCE) <= 0) {
      return Optional.empty();
    }
    Node node = result.getExecutionInfo().getCoordinator();
    return Optional.of(
        "This machine's clock is "
            + (behind.toMillis()
                + " ms behind that of "
                + (node == null ? "the server" : node.getEndPoint()))
            + ": rows written with its time lose against data that were written in between. Set the"
            + " clock, or give a TIMESTAMP");
  }
}
