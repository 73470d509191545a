package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.report.CaptureReport;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Captures what queries return, in one file. A shell that shows rows as well reads them through a
 * tee: what it hands out is captured, and nothing is read twice.
 */
public final class CaptureResults {

  private CaptureResults() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(CaptureResults::run);
  }

  static void run(CqlSession session, Path directory) {
    try (CaptureSession capture =
        CaptureSession.on(session).to(directory.resolve("names.parquet")).open()) {
      capture.query("SELECT id, name FROM users WHERE id = ?", 1);
      for (Row row : capture.tee("SELECT id, name FROM users WHERE id IN (2, 3)")) {
        System.out.println(row.getString("name"));
      }
      CaptureReport report = capture.publish();
      System.out.println(report.rows() + " rows of " + report.queries() + " queries captured");
    }
  }
}
