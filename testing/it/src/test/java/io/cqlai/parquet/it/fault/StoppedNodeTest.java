package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.testkit.EmbeddedCassandra;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A node stops answering, its connections stay open: what waits for it ends by its time-out. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class StoppedNodeTest {

  private static final int ROWS = 3_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  @TempDir private static Path directory;
  private EmbeddedCassandra server;
  private CqlSession session;
  private Path source;

  @BeforeAll
  void start() {
    server = EmbeddedCassandra.builder().start();
    session = server.newSession();
    session.execute(
        "CREATE KEYSPACE ks WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
    session.execute("USE ks");
    Stock.create(session, "stock", ROWS, 1_000);
    session.execute(
        "CREATE TABLE again (id int PRIMARY KEY, price decimal, code text, label text)");
    source = directory.resolve("source.parquet");
    ParquetExporter.on(session).table("ks", "stock").chunkRows(100).to(source).export();
  }

  @AfterAll
  void stop() {
    session.close();
    server.close();
  }

  @Test
  void anExportEnds() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    endsByTimeOut(
        heard,
        () ->
            ParquetExporter.on(session)
                .table("ks", "stock")
                .pageRows(20)
                .rate(1_000)
                .requestTimeout(TIMEOUT)
                .listener(progress -> heard.set((int) progress.rows()))
                .to(directory.resolve("a.parquet"))
                .export());
    assertThat(directory.resolve("a.parquet")).doesNotExist();
  }

  @Test
  void anImportEnds() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    endsByTimeOut(
        heard,
        () ->
            ParquetImporter.on(session)
                .table("ks", "again")
                .from(source)
                .rate(1_000)
                .requestTimeout(TIMEOUT)
                .listener(progress -> heard.set((int) progress.rows()))
                .load());
  }

  @Test
  void aPlanEnds() throws Exception {
    endsByTimeOut(
        new AtomicInteger(1),
        () ->
            ParquetExporter.on(session)
                .table("ks", "stock")
                .requestTimeout(TIMEOUT)
                .to(directory.resolve("a.parquet"))
                .plan());
  }

  @Test
  void aCaptureEnds() throws Exception {
    endsByTimeOut(
        new AtomicInteger(1),
        () -> {
          try (CaptureSession capture =
              CaptureSession.on(session)
                  .requestTimeout(TIMEOUT)
                  .to(directory.resolve("c.parquet"))
                  .open()) {
            capture.query("SELECT * FROM ks.stock");
          }
        });
    assertThat(directory.resolve("c.parquet")).doesNotExist();
  }

  /** The node stops once something was heard of, and goes on when the transfer has ended. */
  private void endsByTimeOut(AtomicInteger heard, Runnable transfer) throws Exception {
    if (heard.get() > 0) {
      signal("STOP");
    }
    CompletableFuture<Void> end = CompletableFuture.runAsync(transfer, r -> new Thread(r).start());
    try {
      while (heard.get() == 0) {
        TimeUnit.MILLISECONDS.sleep(5);
        assertThat(end).isNotDone();
      }
      signal("STOP");
      end.get(90, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(TransferException.class);
      assertThat(((TransferException) e.getCause()).code())
          .as("%s", e.getCause().getMessage())
          .isIn(ErrorCode.SERVER_TIMEOUT, ErrorCode.SERVER_UNAVAILABLE);
    } finally {
      signal("CONT");
    }
    assertThat(end).isCompletedExceptionally();
    Released.await(directory);
    awaitNode();
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(server.node(1).pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  private void awaitNode() throws InterruptedException {
    for (int left = 60; left > 0; left--) {
      try {
        session.execute("SELECT key FROM system.local");
        return;
      } catch (RuntimeException e) {
        TimeUnit.SECONDS.sleep(1);
      }
    }
    throw new AssertionError("The node does not answer again");
  }
}
