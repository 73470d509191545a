package io.cqlai.parquet.it.export;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Exports a table in a JVM of its own, and prints the report. */
final class ExportMain {

  private ExportMain() {}

  /** Takes host, port, keyspace, table and file. */
  public static void main(String[] arguments) {
    InetSocketAddress address = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    try (RunningCassandra server = RunningCassandra.at(address);
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
