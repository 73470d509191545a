package io.cqlai.parquet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.file.Path;
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
            EmbeddedCassandra.builder().nodes(3).numTokens(4).logDirectory(directory).start();
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
      assertThat(count(session, ConsistencyLevel.LOCAL_QUORUM)).isEqualTo(100);

      cassandra.node(2).restart();
      try (CqlSession again = cassandra.newSession()) {
        assertThat(count(again, ConsistencyLevel.ALL)).isEqualTo(100);
      }
    }
  }

  private static long count(CqlSession session, ConsistencyLevel consistency) {
    return session.execute(COUNT.setConsistencyLevel(consistency)).all().get(0).getLong(0);
  }
}
