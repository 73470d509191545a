package io.cqlai.parquet.examples.task;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.report.ExportReport;
import java.io.IOException;
import java.nio.file.Path;

/** Exports what a query returns, and a part of a table; values are bound, never pasted. */
public final class ExportQuery {

  private ExportQuery() {}

  /** Runs the example on a Cassandra of its own. */
  public static void main(String[] arguments) throws IOException {
    OwnCassandra.run(ExportQuery::run);
  }

  static void run(CqlSession session, Path directory) {
    ExportReport query =
        ParquetExporter.on(session)
            .query("SELECT id, name FROM users WHERE id = ?", 1)
            .to(directory.resolve("one.parquet"))
            .export();
    ExportReport part =
        ParquetExporter.on(session)
            .table("users")
            .columns("id", "name")
            .where("country = ?", "US")
            .compression(Compression.ZSTD)
            .to(directory.resolve("us.parquet"))
            .export();
    System.out.println(
        query.rowsWritten() + " row by query, " + part.rowsWritten() + " by country");
  }
}
