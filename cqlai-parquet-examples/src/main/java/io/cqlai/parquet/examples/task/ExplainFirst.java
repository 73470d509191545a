package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.StatementResult;
import io.cqlai.parquet.StatementRunner;
import java.io.IOException;
import java.nio.file.Path;

/** Asks what a statement would do before it does it. */
public final class ExplainFirst {

  private ExplainFirst() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(ExplainFirst::run);
  }

  static void run(CqlSession session, Path directory) {
    String copy = "COPY users TO '" + directory.resolve("users.parquet") + "'";
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      if (runner.run("EXPLAIN " + copy) instanceof StatementResult.Plan plan) {
        System.out.println(plan.plan());
      }
      if (runner.run(copy) instanceof StatementResult.Exported exported) {
        System.out.println(exported.report().toJson());
      }
    }
  }
}
