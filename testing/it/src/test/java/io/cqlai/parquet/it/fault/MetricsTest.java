package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.RequestFailure;
import io.cqlai.parquet.progress.RequestKind;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a listener of metrics hears. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class MetricsTest {

  private static final int ROWS = 1_000;
  private static final int PAGES = 16;

  /** With each page that is asked for within another, the stack would have some twenty more. */
  private static final int FRAMES = 100;

  private CqlSession session;
  @TempDir private Path directory;

  @BeforeAll
  void makeTables(TestKeyspace keyspace) {
    session = keyspace.session();
    Numbers.create(session, "numbers", ROWS);
    session.execute("CREATE TABLE again (k int PRIMARY KEY, even boolean, v text)");
  }

  /** Counts all that it hears, by name. */
  private static final class Counts implements MetricsListener {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    private void count(String name, long more) {
      counts.merge(name, more, Long::sum);
    }

    private long of(String name) {
      return counts.getOrDefault(name, 0L);
    }

    @Override
    public void requestSucceeded(RequestKind kind, Duration latency) {
      assertThat(latency).isPositive();
      count(kind + " succeeded", 1);
    }

    @Override
    public void requestFailed(RequestKind kind, RequestFailure failure, Duration latency) {
      count(kind + " failed: " + failure, 1);
    }

    @Override
    public void requestRepeated(RequestKind kind, RequestFailure failure) {
      count(kind + " repeated: " + failure, 1);
    }

    @Override
    public void rangeCut() {
      count("cuts", 1);
    }

    @Override
    public void rowsArrived(long rows, long bytes) {
      count("rows", rows);
      count("bytes", bytes);
    }

    @Override
    public void rowsRejected(long rows) {
      count("rejected", rows);
    }
  }

  @Test
  void anExportTellsOfPagesRetriesCutsAndRows() {
    Counts heard = new Counts();
    CqlSession faulty = failing(Map.of(1, Fault.OVERLOADED, 5, Fault.TOMBSTONES));

    ExportReport report =
        ParquetExporter.on(faulty)
            .table("numbers")
            .pageRows(50)
            .metrics(heard)
            .to(directory.resolve("numbers.parquet"))
            .export();

    assertThat(report.rowsWritten()).isEqualTo(ROWS);
    assertThat(heard.of("rows")).isEqualTo(ROWS);
    assertThat(heard.of("bytes")).isGreaterThan(ROWS * 5);
    assertThat(heard.of("PAGE succeeded")).isGreaterThanOrEqualTo(ROWS / 50);
    assertThat(heard.of("PAGE failed: OVERLOADED")).isEqualTo(1);
    assertThat(heard.of("PAGE repeated: OVERLOADED")).isEqualTo(1);
    assertThat(heard.of("PAGE failed: SERVER")).isEqualTo(1);
    assertThat(heard.of("cuts")).isEqualTo(1);
    assertThat(heard.of("rejected")).isZero();
  }

  @Test
  void anImportTellsOfBatchesRetriesRowsAndRejects() {
    Path file = exported();
    Counts heard = new Counts();

    ImportReport report =
        ParquetImporter.on(failing(Map.of(1, Fault.WRITE_TIMEOUT)))
            .table("again")
            .from(file)
            .metrics(heard)
            .load();

    assertThat(report.rowsWritten()).isEqualTo(ROWS);
    assertThat(heard.of("rows")).isEqualTo(ROWS);
    assertThat(heard.of("BATCH succeeded")).isPositive();
    assertThat(heard.of("BATCH failed: TIMEOUT")).isEqualTo(1);
    assertThat(heard.of("BATCH repeated: TIMEOUT")).isEqualTo(1);

    Counts conditional = new Counts();
    ParquetImporter.on(failing(Map.of(1, Fault.WRITE_TIMEOUT)))
        .table("again")
        .from(file)
        .maxRows(3)
        .mode(WriteMode.UPDATE)
        .metrics(conditional)
        .load();
    assertThat(conditional.of("READ_BACK succeeded")).isEqualTo(1);
    assertThat(conditional.of("WRITE failed: TIMEOUT")).isEqualTo(1);
    assertThat(conditional.of("rows")).isEqualTo(3);
  }

  @Test
  void aRunnerTellsOfItsStatementsAndAListenerThatThrowsChangesNothing() {
    Counts heard = new Counts();
    AtomicInteger thrown = new AtomicInteger();
    MetricsListener throwing =
        new MetricsListener() {
          @Override
          public void rowsArrived(long rows, long bytes) {
            heard.rowsArrived(rows, bytes);
            thrown.incrementAndGet();
            throw new IllegalStateException("a listener's own");
          }
        };
    try (StatementRunner runner = StatementRunner.on(session).metrics(throwing).build()) {
      runner.run("COPY numbers TO '" + directory.resolve("copy.parquet") + "'");
      runner.run("COPY again FROM '" + directory.resolve("copy.parquet") + "'");
    }

    assertThat(heard.of("rows")).isEqualTo(2 * ROWS);
    assertThat(thrown.get()).isGreaterThan(1);
  }

  @Test
  @Timeout(60)
  void aListenerIsCalledWithoutALockAlsoWhereRequestsFailAtOnce() {
    CompletableFuture<TransferHandle<?>> started = new CompletableFuture<>();
    Queue<Boolean> cancelled = new ConcurrentLinkedQueue<>();
    MetricsListener cancelling =
        new MetricsListener() {
          @Override
          public void requestFailed(RequestKind kind, RequestFailure failure, Duration latency) {
            // On another thread, which would wait for a lock that this one holds.
            cancelled.add(
                CompletableFuture.runAsync(started.join()::cancel)
                    .handle((done, error) -> error == null)
                    .completeOnTimeout(false, 10, TimeUnit.SECONDS)
                    .join());
          }
        };

    try (TransferHandle<ExportReport> handle = export(cancelling)) {
      started.complete(handle);
      assertThatThrownBy(handle::await)
          .isInstanceOfSatisfying(
              TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }
    assertThat(cancelled).isNotEmpty().doesNotContain(false);
  }

  @Test
  @Timeout(60)
  void requestsThatFailAtOnceDoNotNest() throws InterruptedException {
    Queue<Integer> depths = new ConcurrentLinkedQueue<>();
    MetricsListener measuring =
        new MetricsListener() {
          @Override
          public void requestFailed(RequestKind kind, RequestFailure failure, Duration latency) {
            depths.add(new Throwable().getStackTrace().length);
          }
        };
    try (TransferHandle<ExportReport> handle = export(measuring)) {
      while (depths.size() < PAGES) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThat(handle.progress().rows()).isLessThan(ROWS);
    }
    assertThat(Collections.max(depths)).isLessThan(Collections.min(depths) + FRAMES);
  }

  /**
   * Begins an export of which pages fail before they are sent: all but the first, which tells that
   * there is room for many.
   */
  private TransferHandle<ExportReport> export(MetricsListener listener) {
    return ParquetExporter.on(
            FaultySession.failing(session, number -> number > 1 ? Fault.UNAVAILABLE : null))
        .table("numbers")
        .concurrency(PAGES)
        .pageRows(10)
        .metrics(listener)
        .to(directory.resolve("failing.parquet"))
        .start();
  }

  private Path exported() {
    Path file = directory.resolve("source.parquet");
    ParquetExporter.on(session).table("numbers").to(file).export();
    return file;
  }

  private CqlSession failing(Map<Integer, Fault> faults) {
    return FaultySession.failing(session, faults::get);
  }
}
