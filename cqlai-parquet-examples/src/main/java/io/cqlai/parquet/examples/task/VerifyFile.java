package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.Verifier;
import io.cqlai.parquet.report.VerifyReport;
import java.io.IOException;
import java.nio.file.Path;

/** Compares a file with its table, before and after the table has changed. */
public final class VerifyFile {

  private VerifyFile() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(VerifyFile::run);
  }

  static void run(CqlSession session, Path directory) {
    Path file = directory.resolve("users.parquet");
    ParquetExporter.on(session).table("users").to(file).export();
    Verifier verifier = Verifier.on(session).file(file).against("users");

    System.out.println("The same rows: " + verifier.verify().isEqual());

    session.execute("UPDATE users SET name = 'Ada Lovelace' WHERE id = 1");
    VerifyReport report = verifier.verify();
    System.out.println("The same rows: " + report.isEqual());
    report.differences().forEach(System.out::println);
  }
}
