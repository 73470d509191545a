package io.cqlai.parquet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of one node: settings, kill, restart, close. */
@Tag("long")
class EmbeddedCassandraTest {

  @TempDir Path directory;

  @Test
  void keepsRowsOverAKillAndOverAnOrderlyEndThatKeepsData() throws Exception {
    Path logs = directory.resolve("logs");
    Path data = directory.resolve("data");
    try (EmbeddedCassandra cassandra = server(data, logs).keepData().start()) {
      try (CqlSession session = cassandra.newSession()) {
        assertThat(setting(session, "tombstone_failure_threshold")).isEqualTo("1234");
        session.execute(
            "CREATE KEYSPACE kept WITH replication ="
                + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
        session.execute("CREATE TABLE kept.rows (id int PRIMARY KEY)");
        session.execute("INSERT INTO kept.rows (id) VALUES (1)");
      }
      CassandraNode node = cassandra.node(1);
      assertThatThrownBy(node::restart).hasMessageContaining("kill it first");
      node.kill();
      assertThat(node.isRunning()).isFalse();
      node.restart();
      try (CqlSession session = cassandra.newSession("kept")) {
        assertThat(session.execute("SELECT * FROM rows").all()).hasSize(1);
        session.execute("INSERT INTO kept.rows (id) VALUES (2)");
      }
    }
    assertThat(data.resolve("node1")).isDirectory();

    long pid;
    try (EmbeddedCassandra cassandra = server(data, logs).start();
        CqlSession session = cassandra.newSession("kept")) {
      pid = cassandra.node(1).pid();
      assertThat(session.execute("SELECT * FROM rows").all()).hasSize(2);
      Row local = session.execute("SELECT tokens FROM system.local").one();
      assertThat(local).isNotNull();
      assertThat(local.getSet(0, String.class)).hasSize(1);
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(data).doesNotExist();
    assertThat(Files.readString(logs.resolve("node1.log")))
        .containsPattern("(?s)(Starting listening for CQL clients.*){3}");
  }

  private static EmbeddedCassandraBuilder server(Path data, Path logs) {
    return EmbeddedCassandra.builder()
        .numTokens(1)
        .syncEveryWrite()
        .heap("512m")
        .dataDirectory(data)
        .logDirectory(logs)
        .setting("tombstone_failure_threshold", 1234);
  }

  @Nullable
  private static String setting(CqlSession session, String name) {
    Row row = session.execute("SELECT value FROM system_views.settings WHERE name = ?", name).one();
    return row == null ? null : row.getString(0);
  }
}
