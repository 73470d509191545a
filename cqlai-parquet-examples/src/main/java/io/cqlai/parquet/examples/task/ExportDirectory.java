package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.report.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A table to a directory of several files, and back to another table. */
public final class ExportDirectory {

  private ExportDirectory() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(ExportDirectory::run);
  }

  static void run(CqlSession session, Path directory) throws IOException {
    Path target = directory.resolve("users");
    ParquetExporter.on(session)
        .table("users")
        .toDirectory(target)
        .maxFileSize(128 << 20) // 512 MiB without it
        .export();
    try (Stream<Path> files = Files.list(target)) {
      files.map(Path::getFileName).sorted().forEach(System.out::println);
    }

    session.execute(
        "CREATE TABLE users_again"
            + " (id int PRIMARY KEY, name text, country text, tags set<text>)");
    ImportReport report = ParquetImporter.on(session).table("users_again").from(target).load();
    System.out.println("Rows: " + report.rowsWritten());
  }
}
