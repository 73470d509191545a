package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.testkit.RunningCassandra;

/** Runs a statement in a JVM of its own. */
final class StatementMain {

  private StatementMain() {}

  /** Takes host, port, keyspace and statement. */
  public static void main(String[] arguments) {
    try (RunningCassandra server = RunningCassandra.at(arguments[0], arguments[1]);
        CqlSession session = server.newSession();
        StatementRunner runner = StatementRunner.on(session).keyspace(arguments[2]).build()) {
      System.out.println("begins");
      System.out.println(runner.run(arguments[3]));
      System.out.println("has ended");
    }
  }
}
