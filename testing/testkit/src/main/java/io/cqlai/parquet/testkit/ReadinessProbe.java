package io.cqlai.parquet.testkit;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/** Asks a node by CQL whether it is ready. */
final class ReadinessProbe {

  /** What a node says about itself. */
  record Identity(String cluster, String datacenter, String version) {}

  private static final Duration CONNECT = Duration.ofSeconds(1);

  private final InetSocketAddress address;

  /** Why the last answer was no. */
  @Nullable private Exception lastFailure;

  ReadinessProbe(InetSocketAddress address) {
    this.address = address;
  }

  /**
   * Asks once.
   *
   * @param clusterSize how many nodes the node must know and reach, itself included
   * @return what the node is, or empty when it does not answer yet
   */
  Optional<Identity> ask(int clusterSize) {
    if (!listens()) {
      return Optional.empty();
    }
    try (CqlSession session = TestSessions.probe(address)) {
      Node node = itself(session);
      SimpleStatement local =
          SimpleStatement.newInstance(
              "SELECT cluster_name, data_center, release_version, schema_version FROM system.local");
      Row row =
          Objects.requireNonNull(
              session.execute(local.setNode(node)).one(), "system.local has no row");
      if (clusterSize > 1) {
        requirePeers(session, node, clusterSize - 1, row.getUuid("schema_version"));
        // Every node is a replica of this keyspace.
        session.execute(
            SimpleStatement.newInstance("SELECT * FROM system_distributed.view_build_status")
                .setConsistencyLevel(ConsistencyLevel.ALL)
                .setNode(node));
      }
      return Optional.of(new Identity(row.getString(0), row.getString(1), row.getString(2)));
    } catch (DriverException | IllegalStateException notYet) {
      lastFailure = notYet;
      return Optional.empty();
    }
  }

  @Nullable
  Exception lastFailure() {
    return lastFailure;
  }

  /** A refused connection costs nothing, a driver's session that fails costs a log message. */
  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(address, (int) CONNECT.toMillis());
      return true;
    } catch (IOException refused) {
      lastFailure = refused;
      return false;
    }
  }

  /** Drivers pass over a peer that is known in part only, so that each of them must be whole. */
  private static void requirePeers(
      CqlSession session, Node node, int count, @Nullable UUID schemaVersion) {
    SimpleStatement peers =
        SimpleStatement.newInstance(
            "SELECT host_id, data_center, rack, tokens, native_address, schema_version"
                + " FROM system.peers_v2");
    int whole = 0;
    for (Row peer : session.execute(peers.setNode(node))) {
      boolean known = IntStream.range(0, peer.size()).noneMatch(peer::isNull);
      if (known && Objects.equals(peer.getUuid("schema_version"), schemaVersion)) {
        whole++;
      }
    }
    if (whole < count) {
      throw new IllegalStateException(
          "Knows " + whole + " of " + count + " other nodes with its own schema version");
    }
  }

  private Node itself(CqlSession session) {
    return session
        .getMetadata()
        .findNode(address)
        .orElseThrow(
            () -> new IllegalStateException(address + " is not in the cluster's metadata"));
  }
}
