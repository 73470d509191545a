package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.report.ImportReport;
import java.io.IOException;
import java.nio.file.Path;

/** Loads a file into a table. */
public final class ImportFile {

  private ImportFile() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(ImportFile::run);
  }

  static void run(CqlSession session, Path directory) {
    Path file = directory.resolve("users.parquet");
    ParquetExporter.on(session).table("users").to(file).export();
    session.execute(
        "CREATE TABLE IF NOT EXISTS users_copy"
            + " (id int PRIMARY KEY, name text, country text, tags set<text>)");

    ImportReport report = ParquetImporter.on(session).table("users_copy").from(file).load();
    System.out.println(
        report.rowsWritten() + " rows loaded, " + report.rowsRejected() + " refused");
  }
}
