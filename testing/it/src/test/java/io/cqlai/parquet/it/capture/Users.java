package io.cqlai.parquet.it.capture;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A table of users with indexes, so that they can be asked for by country, status and age. */
final class Users {

  private static final int IN_FLIGHT = 500;
  private static final String[] COUNTRIES = {"US", "UK", "CA", "DE"};

  private Users() {}

  static void create(CqlSession session, String table, int rows) {
    createTable(session, table);
    for (String column : new String[] {"country", "status", "age"}) {
      session.execute("CREATE INDEX ON " + table + " (" + column + ") USING 'sai'");
    }
    fill(session, table, rows);
  }

  /** Makes the table without indexes, which many rows would wait for. */
  static void createPlain(CqlSession session, String table, int rows) {
    createTable(session, table);
    fill(session, table, rows);
  }

  private static void createTable(CqlSession session, String table) {
    session.execute(
        "CREATE TABLE "
            + table
            + " (id int PRIMARY KEY, name text, email text, country text, status text, age int)");
  }

  private static void fill(CqlSession session, String table, int rows) {
    PreparedStatement insert =
        session.prepare(
            "INSERT INTO "
                + table
                + " (id, name, email, country, status, age) VALUES (?, ?, ?, ?, ?, ?)");
    List<CompletionStage<?>> sent = new ArrayList<>();
    for (int id = 0; id < rows; id++) {
      sent.add(
          session.executeAsync(
              insert.bind(
                  id,
                  "name " + id,
                  id + "@example.org",
                  COUNTRIES[id % COUNTRIES.length],
                  id % 3 == 0 ? "active" : "idle",
                  id % 90)));
      if (sent.size() == IN_FLIGHT) {
        await(sent);
      }
    }
    await(sent);
  }

  private static void await(List<CompletionStage<?>> sent) {
    sent.forEach(answer -> answer.toCompletableFuture().join());
    sent.clear();
  }
}
