package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.report.ExportReport;
import java.io.IOException;
import java.nio.file.Path;

/** Exports a table in three lines. */
public final class ExportTable {

  private ExportTable() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(ExportTable::run);
  }

  static void run(CqlSession session, Path directory) {
    ExportReport report =
        ParquetExporter.on(session).table("users").to(directory.resolve("users.parquet")).export();
    System.out.println(report.rowsWritten() + " rows in " + report.files());
  }
}
