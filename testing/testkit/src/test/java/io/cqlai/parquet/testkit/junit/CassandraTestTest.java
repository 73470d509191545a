package io.cqlai.parquet.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@CassandraTest
class CassandraTestTest {

  /** The protocol's messages end at 16 MiB: the promised size of a cell is just below. */
  private static final int LARGEST_CELL = 16_000_000;

  private final TestKeyspace keyspace;

  CassandraTestTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
  }

  @BeforeAll
  static void createTable(TestKeyspace keyspace) {
    keyspace.execute("CREATE TABLE cells (id int PRIMARY KEY, value blob)");
  }

  @Test
  void givesTheSameKeyspaceToConstructorLifeCycleAndTest(TestKeyspace other) {
    assertThat(other).isSameAs(keyspace);
    assertThat(keyspace.session().getKeyspace()).contains(CqlIdentifier.fromCql(keyspace.name()));
  }

  @Test
  void givesOneServerAndOneSession(
      CassandraServer server, CqlSession session, CqlSession sameSession) {
    assertThat(session).isSameAs(sameSession);
    Row local = session.execute("SELECT release_version, data_center FROM system.local").one();
    assertThat(local).isNotNull();
    assertThat(server.version()).isEqualTo(local.getString("release_version"));
    assertThat(server.localDatacenter()).isEqualTo(local.getString("data_center"));
  }

  @Test
  void findsAServerThatRunsByItsAddress(CassandraServer server) {
    RunningCassandra running = RunningCassandra.at(server.contactPoints().get(0));
    assertThat(running.version()).isEqualTo(server.version());
    assertThat(running.localDatacenter()).isEqualTo(server.localDatacenter());
    running.close();
    try (CqlSession session = running.newSession(keyspace.name())) {
      assertThat(session.execute("SELECT * FROM cells WHERE id = 0").all()).isEmpty();
    }
  }

  @Test
  void storesTheLargestCellThatTheProtocolCarries() {
    ByteBuffer large = ByteBuffer.allocate(LARGEST_CELL);
    keyspace.execute("INSERT INTO cells (id, value) VALUES (?, ?)", 1, large);
    Row row = keyspace.execute("SELECT value FROM cells WHERE id = 1").one();
    assertThat(row).isNotNull();
    assertThat(row.getByteBuffer(0)).isEqualTo(large);
  }

  @Test
  void allowsMaterializedViews() {
    keyspace.execute("CREATE TABLE base (id int PRIMARY KEY, country text)");
    keyspace.execute(
        "CREATE MATERIALIZED VIEW by_country AS SELECT * FROM base WHERE country IS NOT NULL"
            + " AND id IS NOT NULL PRIMARY KEY (country, id)");
    assertThat(
            keyspace
                .session()
                .getMetadata()
                .getKeyspace(keyspace.name())
                .flatMap(metadata -> metadata.getView("by_country")))
        .isPresent();
  }

  @Nested
  class InANestedClass {
    @Test
    void givesTheKeyspaceOfTheOutermostClass(TestKeyspace inner) {
      assertThat(inner).isSameAs(keyspace);
    }
  }
}
