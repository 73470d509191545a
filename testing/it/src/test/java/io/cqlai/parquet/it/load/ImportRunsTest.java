package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.progress.Progress;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.TransferPlan;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How imports are planned, started, watched and stopped. */
@CassandraTest
class ImportRunsTest {

  private static final String NAMES = "optional int32 id; optional binary name (STRING);";

  private final TestKeyspace keyspace;
  @TempDir private Path directory;

  ImportRunsTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, name text, mail text)");
  }

  @BeforeEach
  void empty() {
    keyspace.execute("TRUNCATE users");
  }

  @Test
  void aPlanSaysAllAndWritesNothing() {
    TransferPlan plan = users(100).skipRows(10).plan();

    assertThat(plan.subject()).isEqualTo(keyspace.name() + ".users");
    assertThat(plan.statement())
        .isEqualTo(
            "INSERT INTO " + keyspace.name() + ".users (id, name) VALUES (?, ?) USING TIMESTAMP ?");
    assertThat(plan.units()).isEqualTo(4);
    assertThat(plan.estimatedRows()).hasValue(90);
    assertThat(plan.files()).singleElement().asString().contains("users.parquet").contains("100");
    assertThat(plan.columns()).hasSize(2);
    assertThat(plan.columns().get(0)).contains("id").contains("int");
    assertThat(plan.warnings()).singleElement().asString().contains("mail");
    assertThat(plan.toString()).contains("INSERT INTO").contains("users.parquet");
    assertThat(keyspace.execute("SELECT * FROM users").all()).isEmpty();
  }

  @Test
  void aHandleEndsWithTheReportAndTheListenerHearsOfTheEnd() throws Exception {
    List<Progress> heard = new CopyOnWriteArrayList<>();
    try (TransferHandle<ImportReport> handle = users(100).listener(heard::add).start()) {
      ImportReport report = handle.completion().toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(report.rowsWritten()).isEqualTo(100);
      assertThat(handle.progress().rows()).isEqualTo(100);
    }
    Progress last = heard.get(heard.size() - 1);
    assertThat(last.rows()).isEqualTo(100);
    assertThat(last.fraction().orElseThrow()).isEqualTo(1.0);
    assertThat(last.bytes()).isPositive();
  }

  @Test
  void aLimitedImportIsWholeAtItsLimit() {
    try (TransferHandle<ImportReport> handle = users(100).maxRows(30).start()) {
      assertThat(handle.await().rowsWritten()).isEqualTo(30);
      assertThat(handle.progress().fraction().orElseThrow()).isEqualTo(1.0);
    }
  }

  @Test
  void whatIsWrongShowsInTheHandleToo() {
    try (TransferHandle<ImportReport> handle =
        ParquetImporter.on(keyspace.session()).table("nope").from("x.parquet").start()) {
      CompletionException failure =
          catchThrowableOfType(
              CompletionException.class, () -> handle.completion().toCompletableFuture().join());
      assertThat(failure).hasCauseInstanceOf(TransferException.class);
    }
  }

  @Test
  void anImportRunsOnTheCallersExecutor() {
    List<String> threads = new CopyOnWriteArrayList<>();
    ExecutorService executor =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "of the caller"));
    try {
      users(50)
          .executor(executor)
          .listener(progress -> threads.add(Thread.currentThread().getName()))
          .load();
    } finally {
      executor.shutdown();
    }
    assertThat(threads).contains("of the caller");
  }

  @Test
  void rowGroupsOfALargeFileAreReadByThreadsAtOnce() {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    AtomicInteger tasks = new AtomicInteger();

    ImportReport report =
        largeImport(tasks).from(largeFile()).skipRows(500).maxRows(2_000).maxErrors(1).load();

    assertThat(tasks).hasValueGreaterThan(1);
    assertThat(report.rowsWritten()).isEqualTo(1_999);
    assertThat(report.rowsRejected()).isEqualTo(1);
    assertThat(report.rowsSkipped()).isEqualTo(500);
    assertThat(report.rowsRead()).isEqualTo(2_500);
    assertThat(report.rowGroups()).isEqualTo(8);
    List<Integer> ids =
        keyspace.execute("SELECT id FROM large").all().stream().map(r -> r.getInt(0)).toList();
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(500, 2_500).filter(i -> i != 1_700).boxed().toList());
  }

  @Test
  void oneThreadReadsWhereTheOrderOfRowsCountsAndWhatTheCallerLends() {
    AtomicInteger tasks = new AtomicInteger();
    Path file = largeFile();

    largeImport(tasks).from(file).mode(WriteMode.INSERT).maxRows(20).load();
    largeImport(tasks).from(new LocalInputFile(file)).maxErrors(1).load();

    assertThat(tasks).hasValue(2);
  }

  private ParquetImporter largeImport(AtomicInteger tasks) {
    keyspace.execute("CREATE TABLE IF NOT EXISTS large (id int PRIMARY KEY, name varint)");
    keyspace.execute("TRUNCATE large");
    return ParquetImporter.on(keyspace.session())
        .table("large")
        .executor(
            task -> {
              tasks.incrementAndGet();
              new Thread(task).start();
            });
  }

  /** A file of 12 MB in twelve row groups; one of its names is no number. */
  private Path largeFile() {
    RowFile rows = RowFile.of(NAMES).plain();
    for (int i = 0; i < 3_000; i++) {
      rows.row(i, i == 1_700 ? "no integer" : "7".repeat(4_000));
    }
    return rows.rowGroupRows(250).writeTo(directory.resolve("large.parquet"));
  }

  @Test
  void anInterruptCancelsKeepsTheFlagAndThrows() throws Exception {
    ParquetImporter many = users(20_000).concurrency(1);
    TransferException[] failure = new TransferException[1];
    boolean[] flag = new boolean[1];
    Thread caller =
        new Thread(
            () -> {
              failure[0] = catchThrowableOfType(TransferException.class, many::load);
              flag[0] = Thread.currentThread().isInterrupted();
            });
    caller.start();
    while (keyspace.execute("SELECT * FROM users LIMIT 1").one() == null) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    caller.interrupt();
    caller.join(10_000);

    assertThat(caller.isAlive()).isFalse();
    assertThat(failure[0].code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(flag[0]).isTrue();
    assertThat(keyspace.session().isClosed()).isFalse();
  }

  @Test
  void anImportOnAThreadOfTheDriverIsRefused() throws Exception {
    ParquetImporter importer = users(3);

    CompletableFuture<Thread> onDriver = new CompletableFuture<>();
    CompletionStage<TransferException> refused =
        onDriver.thenApply(t -> catchThrowableOfType(TransferException.class, importer::load));
    keyspace
        .session()
        .executeAsync("SELECT * FROM system.size_estimates")
        .thenAccept(rows -> onDriver.complete(Thread.currentThread()));

    TransferException failure = refused.toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(onDriver.join().getName()).contains("-io-");
    assertThat(failure.code()).isEqualTo(ErrorCode.BAD_CALL);
    assertThat(failure)
        .hasMessageContaining("driver's own threads")
        .hasMessageContaining("start()");
  }

  @Test
  void oneDoorServesManyImports() {
    ParquetImporter door = ParquetImporter.on(keyspace.session()).table("users").maxErrors(5);
    Path first = RowFile.of(NAMES).namesFrom(0, 5).writeTo(directory.resolve("a.parquet"));
    Path second = RowFile.of(NAMES).namesFrom(5, 5).writeTo(directory.resolve("b.parquet"));

    assertThat(door.from(first).load().rowsWritten()).isEqualTo(5);
    assertThat(door.from(second).load().rowsWritten()).isEqualTo(5);
    assertThat(keyspace.execute("SELECT * FROM users").all()).hasSize(10);
  }

  private ParquetImporter users(int rows) {
    int perGroup = Math.max(1, (rows + 3) / 4);
    Path file =
        RowFile.of(NAMES)
            .rowGroupRows(perGroup)
            .namesFrom(0, rows)
            .writeTo(directory.resolve("users.parquet"));
    return ParquetImporter.on(keyspace.session()).table(keyspace.name(), "users").from(file);
  }
}
