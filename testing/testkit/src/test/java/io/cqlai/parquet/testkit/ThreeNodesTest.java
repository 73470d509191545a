package io.cqlai.parquet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that loses a node and gets it back. */
@Tag("long")
class ThreeNodesTest {

  private static final SimpleStatement COUNT =
      SimpleStatement.newInstance("SELECT count(*) FROM cluster.rows");

  @TempDir Path directory;

  @Test
  void answersAtQuorumWithoutANodeAndAtAllWhenItIsBack() {
    try (EmbeddedCassandra cassandra =
            EmbeddedCassandra.builder()
                .nodes(3)
                .numTokens(4)
                .setting("range_request_timeout", "5s")
                .logDirectory(directory)
                .start();
        CqlSession session = cassandra.newSession()) {
      assertThat(cassandra.contactPoints()).hasSize(3);
      assertThat(session.getMetadata().getNodes()).hasSize(3);
      session.execute(
          "CREATE KEYSPACE cluster WITH replication ="
              + " {'class': 'NetworkTopologyStrategy', 'datacenter1': 3}");
      session.execute("CREATE TABLE cluster.rows (id int PRIMARY KEY)");
      cassandra.awaitSchemaAgreement(session);
      for (int id = 0; id < 100; id++) {
        session.execute(
            SimpleStatement.newInstance("INSERT INTO cluster.rows (id) VALUES (?)", id)
                .setConsistencyLevel(ConsistencyLevel.ALL));
      }

      cassandra.node(2).kill();
      assertThat(cassandra.node(2).isRunning()).isFalse();
      assertThat(countOnceTheOthersNotice(session)).isEqualTo(100);

      cassandra.node(2).restart();
      try (CqlSession again = cassandra.newSession()) {
        assertThat(count(again, ConsistencyLevel.ALL)).isEqualTo(100);
      }
    }
  }

  /** Until the others' failure detectors notice, they may still ask the node and wait for it. */
  private static long countOnceTheOthersNotice(CqlSession session) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (true) {
      try {
        return count(session, ConsistencyLevel.LOCAL_QUORUM);
      } catch (ReadTimeoutException unnoticed) {
        if (System.nanoTime() > deadline) {
          throw unnoticed;
        }
      }
    }
  }

  private static long count(CqlSession session, ConsistencyLevel consistency) {
    return session.execute(COUNT.setConsistencyLevel(consistency)).all().get(0).getLong(0);
  }
}
