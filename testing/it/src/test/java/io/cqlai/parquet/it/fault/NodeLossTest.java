package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.it.capture.CapturedFile;
import io.cqlai.parquet.progress.Progress;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.TransferReport;
import io.cqlai.parquet.testkit.CassandraNode;
import io.cqlai.parquet.testkit.EmbeddedCassandra;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes with all rows on each, of which one is killed and comes back while a transfer runs at
 * LOCAL_QUORUM. The rows have a list, which would be longer where one was written twice. Where no
 * request failed the loss of the node was not felt, and nothing is shown.
 */
@Tag("long")
class NodeLossTest {

  /** Another number may be given: {@code -Dnode.loss.rows=1000000}. */
  private static final long ROWS = Long.getLong("node.loss.rows", 300_000);

  /** So slow that the node is away for a good part of it. */
  private static final long SECONDS = 90;

  /** A machine that does other work takes long to start a node. */
  private static final long LONGEST_RESTART_SECONDS = 300;

  @TempDir private Path directory;

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void aNodeThatDiesAndReturnsCostsNoRow() throws Exception {
    Path source = directory.resolve("source.parquet");
    Path target = directory.resolve("target.parquet");
    writeRows(source);
    try (EmbeddedCassandra cassandra =
            EmbeddedCassandra.builder()
                .nodes(3)
                .numTokens(4)
                .setting("commitlog_sync_period", "100ms") // what is confirmed outlives a kill
                .setting("read_request_timeout", "5s")
                .setting("range_request_timeout", "10s")
                .setting("write_request_timeout", "2s")
                .logDirectory(Path.of("target"))
                .start();
        CqlSession session = cassandra.newSession()) {
      session.execute(
          "CREATE KEYSPACE three WITH replication ="
              + " {'class': 'NetworkTopologyStrategy', 'datacenter1': 3}");
      session.execute(
          "CREATE TABLE three.rows (id bigint PRIMARY KEY, name text, marks list<bigint>)");
      cassandra.awaitSchemaAgreement(session);

      CountDownLatch back2 = new CountDownLatch(1);
      ImportReport imported =
          withoutForATime(
              cassandra.node(2),
              ParquetImporter.on(session)
                  .table("three", "rows")
                  .from(source)
                  .rate(ROWS / SECONDS)
                  .listener(progress -> waitInTheMiddle(progress, back2))
                  .start(),
              back2);
      CountDownLatch back3 = new CountDownLatch(1);
      ExportReport exported =
          withoutForATime(
              cassandra.node(3),
              ParquetExporter.on(session)
                  .table("three", "rows")
                  .rate(ROWS / SECONDS)
                  .to(target)
                  .listener(progress -> waitInTheMiddle(progress, back3))
                  .start(),
              back3);

      assertThat(imported.warnings()).anyMatch(warning -> warning.contains("were sent again"));
      assertThat(exported.warnings())
          .anyMatch(
              warning ->
                  warning.contains("were asked for again")
                      || warning.contains("were read in smaller ones"));
      assertThat(imported.rowsWritten()).isEqualTo(ROWS);
      assertThat(imported.rowsRejected()).isZero();
      assertThat(exported.rowsWritten()).isEqualTo(ROWS);
      assertThat(CapturedFile.number("SELECT count(DISTINCT id) FROM '" + target + "'"))
          .isEqualTo(ROWS);
      assertThat(
              CapturedFile.number(
                  "SELECT count(*) FROM '"
                      + source
                      + "' JOIN '"
                      + target
                      + "' USING (id, name, marks)"))
          .isEqualTo(ROWS);
    }
  }

  /** Holds a transfer's own threads, and not the driver's, until the node is back. */
  private static void waitInTheMiddle(Progress progress, CountDownLatch back) {
    boolean own = Thread.currentThread().getName().matches("(import|export).*");
    if (own && progress.rows() >= ROWS / 2) {
      try {
        back.await(LONGEST_RESTART_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Kills a node when a tenth is done, and starts it again a tenth later. */
  private static <R extends TransferReport> R withoutForATime(
      CassandraNode node, TransferHandle<R> transfer, CountDownLatch isBack)
      throws InterruptedException {
    try (transfer) {
      awaitRows(transfer, ROWS / 10);
      node.kill();
      awaitRows(transfer, ROWS / 5);
      long without = transfer.progress().rows();
      node.restart();
      long back = transfer.progress().rows();
      isBack.countDown();
      R report = transfer.await();
      System.out.printf(
          "Node %d away from row %d of %d to row %d; %d s, %s%n",
          node.number(),
          without,
          ROWS,
          back,
          Duration.between(report.started(), report.ended()).toSeconds(),
          report.warnings());
      assertThat(back).as("rows done when the node was back").isLessThan(ROWS);
      return report;
    }
  }

  private static void awaitRows(TransferHandle<?> transfer, long rows) throws InterruptedException {
    while (transfer.progress().rows() < rows
        && !transfer.completion().toCompletableFuture().isDone()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void writeRows(Path file) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT range AS id, 'row ' || range AS name, [range] AS marks FROM range("
              + ROWS
              + ")) TO '"
              + file
              + "' (FORMAT parquet, ROW_GROUP_SIZE 50000)");
    }
  }
}
