package io.cqlai.parquet.testkit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Asks every node itself for its version of the schema. */
final class SchemaAgreement {

  private static final Duration MOST = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 100;

  private SchemaAgreement() {}

  static void await(CqlSession session, List<CassandraNode> nodes) {
    long deadline = System.nanoTime() + MOST.toNanos();
    while (true) {
      Map<Integer, UUID> versions = new HashMap<>();
      nodes.forEach(node -> versions.put(node.number(), version(session, node)));
      if (new HashSet<>(versions.values()).size() <= 1) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "The nodes still differ in their schema after "
                + MOST.toSeconds()
                + " s: version by node is "
                + versions
                + ".");
      }
      pause();
    }
  }

  private static UUID version(CqlSession session, CassandraNode node) {
    Node known =
        session
            .getMetadata()
            .findNode(node.address())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The session does not know node "
                            + node.number()
                            + " at "
                            + node.address()
                            + ": it is a session with another server."));
    Row local =
        session
            .execute(
                SimpleStatement.newInstance("SELECT schema_version FROM system.local")
                    .setNode(known))
            .one();
    return Objects.requireNonNull(
        Objects.requireNonNull(local, "system.local has no row").getUuid(0), "no schema version");
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the schema", stopped);
    }
  }
}
