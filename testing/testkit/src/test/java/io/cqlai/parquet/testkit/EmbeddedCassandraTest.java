package io.cqlai.parquet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of one node: settings, kill, restart, close. */
class EmbeddedCassandraTest {

  @TempDir Path directory;

  @Test
  void keepsRowsOverAKillAndARestartAndLeavesOnlyItsLog() throws Exception {
    Path logs = directory.resolve("logs");
    Path data;
    long pid;
    try (EmbeddedCassandra cassandra =
        EmbeddedCassandra.builder()
            .numTokens(1)
            .heap("512m")
            .logDirectory(logs)
            .setting("tombstone_failure_threshold", 1234)
            .start()) {
      data = cassandra.dataDirectory();
      try (CqlSession session = cassandra.newSession()) {
        session.execute(
            "CREATE KEYSPACE kept WITH replication ="
                + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
        session.execute("CREATE TABLE kept.rows (id int PRIMARY KEY)");
        session.execute("INSERT INTO kept.rows (id) VALUES (1)");
        Row setting =
            session
                .execute(
                    "SELECT value FROM system_views.settings"
                        + " WHERE name = 'tombstone_failure_threshold'")
                .one();
        assertThat(setting).isNotNull();
        assertThat(setting.getString(0)).isEqualTo("1234");
      }

      CassandraNode node = cassandra.node(1);
      assertThatThrownBy(node::restart).hasMessageContaining("kill it first");
      node.kill();
      assertThat(node.isRunning()).isFalse();
      node.restart();

      pid = node.pid();
      try (CqlSession session = cassandra.newSession("kept")) {
        assertThat(session.execute("SELECT * FROM rows").all()).hasSize(1);
        Row tokens = session.execute("SELECT tokens FROM system.local").one();
        assertThat(tokens).isNotNull();
        assertThat(tokens.getSet(0, String.class)).hasSize(1);
      }
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(data).doesNotExist();
    assertThat(Files.readString(logs.resolve("node1.log")))
        .contains("Starting listening for CQL clients");
  }
}
