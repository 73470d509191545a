package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.testkit.EmbeddedCassandra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Cassandra for one example, with a small table in it. */
final class OwnCassandra {

  private OwnCassandra() {}

  /** What an example does with a session and a directory for its files. */
  interface Example {
    void run(CqlSession session, Path directory) throws IOException;
  }

  static void run(Example example) throws IOException {
    try (EmbeddedCassandra cassandra = EmbeddedCassandra.builder().start();
        CqlSession session = cassandra.newSession()) {
      session.execute(
          "CREATE KEYSPACE shop WITH replication ="
              + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
      session.execute("USE shop");
      makeUsers(session);
      example.run(session, Files.createTempDirectory("cqlai-parquet-example"));
    }
  }

  /** Makes the table that the examples read, in the session's keyspace. */
  static void makeUsers(CqlSession session) {
    session.execute(
        "CREATE TABLE IF NOT EXISTS users"
            + " (id int PRIMARY KEY, name text, country text, tags set<text>)");
    session.execute("INSERT INTO users (id, name, country, tags) VALUES (1, 'Ada', 'UK', {'a'})");
    session.execute("INSERT INTO users (id, name, country) VALUES (2, 'Grace', 'US')");
    session.execute("INSERT INTO users (id, name, country) VALUES (3, 'Edsger', 'NL')");
  }
}
