package io.cqlai.parquet.it.export;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.nio.file.Path;

/** Exports a table in a JVM of its own, and prints the report. */
final class ExportMain {

  private ExportMain() {}

  /** Takes host, port, keyspace, table and file. */
  public static void main(String[] arguments) {
    try (RunningCassandra server = RunningCassandra.at(arguments[0], arguments[1]);
        CqlSession session = server.newSession()) {
      System.out.println(
          ParquetExporter.on(session)
              .table(arguments[2], arguments[3])
              .to(Path.of(arguments[4]))
              .export()
              .toJson());
    }
  }
}
