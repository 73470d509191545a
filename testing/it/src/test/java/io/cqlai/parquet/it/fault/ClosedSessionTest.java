package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.report.TransferReport;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A caller closes its session while a transfer uses it: the transfer ends, and says why. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class ClosedSessionTest {

  private static final int TIMES = 12;
  private static final int ROWS = 3_000;

  private TestKeyspace keyspace;
  private CassandraServer server;
  @TempDir private static Path directory;
  private Path source;

  @BeforeAll
  void makeTables(TestKeyspace own, CassandraServer running) {
    keyspace = own;
    server = running;
    Stock.create(own.session(), "stock", ROWS, 1_000);
    own.execute("CREATE TABLE again (id int PRIMARY KEY, price decimal, code text, label text)");
    source = directory.resolve("source.parquet");
    ParquetExporter.on(own.session()).table("stock").chunkRows(100).to(source).export();
  }

  @Test
  void anExportEnds() throws Exception {
    ends(
        session ->
            ParquetExporter.on(session)
                .table(keyspace.name(), "stock")
                .pageRows(50)
                .to(directory.resolve("a.parquet"))
                .start());
  }

  @Test
  void anImportEnds() throws Exception {
    ends(
        session ->
            ParquetImporter.on(session)
                .table(keyspace.name(), "again")
                .from(source)
                .concurrency(4)
                .start());
  }

  private void ends(Function<CqlSession, TransferHandle<? extends TransferReport>> start)
      throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int failed = 0;
    for (int i = 0; i < TIMES; i++) {
      CqlSession session = server.newSession();
      TransferHandle<? extends TransferReport> handle = start.apply(session);
      TimeUnit.MICROSECONDS.sleep(random.nextInt(150_000));
      if (random.nextBoolean()) {
        session.closeAsync();
      } else {
        session.forceCloseAsync();
      }
      try {
        handle.completion().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
      } catch (CompletionException e) {
        failed++;
        assertThat(e.getCause()).as("seed %s, %s", seed, i).isInstanceOf(TransferException.class);
        assertThat(((TransferException) e.getCause()).code())
            .as("%s", e.getCause().getMessage())
            .isIn(ErrorCode.SESSION_CLOSED, ErrorCode.SERVER_UNAVAILABLE);
      }
      Released.await(directory);
    }
    assertThat(failed).as("seed %s: how many were still running", seed).isPositive();
  }
}
