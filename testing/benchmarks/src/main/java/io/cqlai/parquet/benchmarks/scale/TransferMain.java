package io.cqlai.parquet.benchmarks.scale;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.report.TransferReport;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Moves one table in a JVM of its own, and prints what {@link TransferFigures} reads. */
final class TransferMain {

  private TransferMain() {}

  /** Takes export or import, host, port, data centre, table and file. */
  public static void main(String[] arguments) {
    HeapWatch heap = HeapWatch.start();
    try (CqlSession session =
        CqlSession.builder()
            .addContactPoint(new InetSocketAddress(arguments[1], Integer.parseInt(arguments[2])))
            .withLocalDatacenter(arguments[3])
            .withKeyspace(BenchServer.KEYSPACE)
            .build()) {
      long start = System.nanoTime();
      TransferReport report =
          move(session, arguments[0].equals("export"), arguments[4], Path.of(arguments[5]));
      long nanos = System.nanoTime() - start;
      System.out.println(
          new TransferFigures(
                  report.rowsWritten(), nanos, heap.peakBytes(), heap.peakBytesAfterCollection())
              .toLine());
    }
  }

  private static TransferReport move(CqlSession session, boolean out, String table, Path file) {
    DefaultConsistencyLevel level = DefaultConsistencyLevel.valueOf(BenchServer.CONSISTENCY);
    return out
        ? ParquetExporter.on(session).table(table).consistency(level).to(file).export()
        : ParquetImporter.on(session).table(table).consistency(level).from(file).load();
  }
}
