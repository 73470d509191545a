package io.cqlai.parquet.it.load;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.nio.file.Path;

/** Imports a file in a JVM of its own, and prints the report. */
final class ImportMain {

  private ImportMain() {}

  /**
   * Takes host, port, keyspace, table and file; with a sixth argument, the rows per second, it goes
   * on from its checkpoint, and prints "importing" with its first rows.
   */
  public static void main(String[] arguments) {
    try (RunningCassandra server = RunningCassandra.at(arguments[0], arguments[1]);
        CqlSession session = server.newSession()) {
      ParquetImporter importer =
          ParquetImporter.on(session).table(arguments[2], arguments[3]).from(Path.of(arguments[4]));
      if (arguments.length > 5) {
        importer =
            importer
                .resume()
                .chunkRows(250)
                .rate(arguments[5])
                .listener(progress -> System.out.println("importing"));
      }
      System.out.println(importer.load().toJson());
    }
  }
}
