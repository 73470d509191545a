package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.WriteMode;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs transfers that succeed, reject rows and fail, in a JVM whose log is looked at. */
final class LogsMain {

  /** In each value, and in the password. */
  static final String MARK = "hushhush";

  private static final int ROWS = 40;

  private LogsMain() {}

  /** Takes host, port, data centre, keyspace and a directory. */
  public static void main(String[] arguments) throws Exception {
    InetSocketAddress address = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    Path directory = Path.of(arguments[4]);
    StringBuilder lines = new StringBuilder("id,price\n");
    for (int i = 0; i < ROWS; i++) {
      lines.append(MARK).append(i).append(",0.005\n");
    }
    Path good = Files.writeString(directory.resolve("good.csv"), lines);
    Path bad = Files.writeString(directory.resolve("bad.csv"), lines + "x," + MARK + "\n");
    try (CqlSession session =
        CqlSession.builder()
            .addContactPoint(address)
            .withLocalDatacenter(arguments[2])
            .withKeyspace(arguments[3])
            .withAuthCredentials("reader", MARK)
            .build()) {
      session.execute("CREATE TABLE prices (id text PRIMARY KEY, price decimal)");
      Node node = session.getMetadata().getNodes().values().iterator().next();
      CqlSession faulty = faulty(session, node);
      ParquetImporter importer =
          ParquetImporter.on(faulty).table(arguments[3], "prices").format(Format.CSV);
      importer.from(good).load();
      importer.from(good).mode(WriteMode.INSERT).load();
      importer.from(bad).maxErrors(-1).errorFile(directory.resolve("errors.csv")).load();
      failing(() -> importer.from(bad).load());
      CqlSession refusing =
          FaultySession.over(
              session,
              (statement, real) ->
                  FaultySession.failed(new InvalidQueryException(node, "Odd value " + MARK)));
      failing(
          () ->
              ParquetImporter.on(refusing)
                  .table("prices")
                  .format(Format.CSV)
                  .from(good)
                  .maxErrors(5)
                  .load());

      ParquetExporter exporter =
          ParquetExporter.on(faulty).pageRows(5).to(directory.resolve("out.parquet"));
      exporter.table("prices").export();
      exporter.table("prices").where("id = ?", MARK + 1).export();
      exporter.query("SELECT * FROM prices WHERE id = '" + MARK + "1'").export();
      ParquetExporter narrow = exporter.table("prices").types(Map.of("price", "DECIMAL(9,2)"));
      narrow.maxErrors(-1).export();
      failing(narrow::export);
      failing(() -> exporter.query("SELECT * FROM nothing WHERE id = '" + MARK + "'").export());
      CqlSession dead =
          FaultySession.over(
              session, (statement, real) -> FaultySession.failed(Fault.TOMBSTONES.on(node)));
      failing(
          () ->
              ParquetExporter.on(dead)
                  .query("SELECT * FROM prices WHERE id = '" + MARK + "1'")
                  .to(directory.resolve("never.parquet"))
                  .export());
      try (StatementRunner runner = StatementRunner.on(faulty).build()) {
        runner.run("CAPTURE '" + directory.resolve("captured.parquet") + "'");
        runner.run("SELECT * FROM prices WHERE id = '" + MARK + "1'");
        runner.run("CAPTURE OFF");
      }
    }
  }

  /** The third request of ten fails, the seventh after it was applied. */
  private static CqlSession faulty(CqlSession session, Node node) {
    AtomicInteger sent = new AtomicInteger();
    List<Fault> faults = List.of(Fault.READ_TIMEOUT, Fault.SERVER_ERROR, Fault.UNAVAILABLE);
    return FaultySession.over(
        session,
        (statement, real) -> {
          int number = sent.incrementAndGet();
          Throwable fault = faults.get(number % faults.size()).on(node);
          return switch (number % 10) {
            case 3 -> FaultySession.failed(fault);
            case 7 -> real.send().thenCompose(done -> FaultySession.failed(fault));
            default -> real.send();
          };
        });
  }

  private static void failing(Runnable transfer) {
    try {
      transfer.run();
    } catch (TransferException expected) {
      System.out.println("failed with " + expected.code());
      return;
    }
    throw new AssertionError("It did not fail");
  }
}
