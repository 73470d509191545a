package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.WriteType;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.fault.FaultySession;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that fail, with and without having been applied. */
@CassandraTest
class ImportFaultsTest {

  private static final String NAMES = "optional int32 id; optional binary name (STRING);";

  private final TestKeyspace keyspace;
  private final CassandraServer server;
  private final CqlSession session;
  private final WriteTimeoutException timedOut;
  private final UnavailableException unavailable;
  @TempDir private Path directory;

  ImportFaultsTest(TestKeyspace keyspace, CassandraServer server) {
    this.keyspace = keyspace;
    this.server = server;
    this.session = keyspace.session();
    Node node = session.getMetadata().getNodes().values().iterator().next();
    timedOut = new WriteTimeoutException(node, ConsistencyLevel.QUORUM, 0, 1, WriteType.SIMPLE);
    unavailable = new UnavailableException(node, ConsistencyLevel.QUORUM, 1, 0);
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, name text)");
  }

  @Test
  void aWriteInTenThatFailsOnceIsRepeatedAndNothingIsLost() {
    AtomicInteger sent = new AtomicInteger();
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) ->
                sent.incrementAndGet() % 10 == 0
                    ? FaultySession.failed(sent.get() % 20 == 0 ? timedOut : unavailable)
                    : real.send());
    Path file = RowFile.of(NAMES).namesFrom(0, 6_400).writeTo(directory.resolve("a.parquet"));

    ImportReport report = importer(faulty, "users").from(file).concurrency(64).load();

    assertThat(report.rowsWritten()).isEqualTo(6_400);
    assertThat(report.rowsRejected()).isZero();
    assertThat(keyspace.execute("SELECT count(*) FROM users").one().getLong(0)).isEqualTo(6_400);
    assertThat(sent.get()).isGreaterThan(220);
    assertThat(report.warnings()).anyMatch(w -> w.contains("sent again"));
  }

  @Test
  void aListThatWasWrittenAndIsSentAgainIsNotDoubled() {
    keyspace.execute("CREATE TABLE lists (id int PRIMARY KEY, tags list<text>)");
    AtomicInteger sent = new AtomicInteger();
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) ->
                sent.incrementAndGet() <= 2
                    ? real.send().thenCompose(applied -> FaultySession.failed(timedOut))
                    : real.send());
    Path file =
        RowFile.of(
                "optional int32 id; optional group tags (LIST) { repeated group list {"
                    + " optional binary element (STRING); } }")
            .row(1, List.of("a", "b"))
            .writeTo(directory.resolve("lists.parquet"));

    importer(faulty, "lists").from(file).timestamp(5_000).load();

    assertThat(sent.get()).isEqualTo(3);
    assertThat(keyspace.execute("SELECT tags FROM lists").one().getList(0, String.class))
        .containsExactly("a", "b");
  }

  @Test
  void aCounterOfUnknownOutcomeIsReportedAndNotRepeated() {
    keyspace.execute("CREATE TABLE pages (id int PRIMARY KEY, visits counter)");
    AtomicInteger sent = new AtomicInteger();
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) ->
                sent.incrementAndGet() == 1
                    ? real.send().thenCompose(applied -> FaultySession.failed(timedOut))
                    : real.send());
    Path file =
        RowFile.of("optional int32 id; optional int64 visits;")
            .row(1, 5L)
            .row(2, 6L)
            .writeTo(directory.resolve("visits.parquet"));

    ImportReport report =
        importer(faulty, "pages").from(file).mode(WriteMode.COUNTER).maxErrors(1).load();

    assertThat(sent.get()).isEqualTo(2);
    assertThat(report.rowsWritten()).isEqualTo(1);
    assertThat(report.rowsRejected()).isEqualTo(1);
    assertThat(report.outcomeUnknown()).isEqualTo(1);
    assertThat(report.warnings()).anyMatch(w -> w.contains("nobody knows"));
    assertThat(keyspace.execute("SELECT visits FROM pages WHERE id = 1").one().getLong(0))
        .isEqualTo(5);
  }

  @Test
  @Tag("long") // half a minute, in which a node would come back
  void aServerThatStaysUnavailableEndsTheImportWithItsReport() {
    CqlSession faulty =
        FaultySession.over(session, (statement, real) -> FaultySession.failed(unavailable));
    Path file = RowFile.of(NAMES).namesFrom(0, 5).writeTo(directory.resolve("a.parquet"));

    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () -> importer(faulty, "users").from(file).maxErrors(-1).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_UNAVAILABLE);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure.report().orElseThrow().rowsWritten()).isZero();
  }

  @Test
  void aTableThatIsDroppedMeanwhileEndsTheImportWithThatReason() {
    keyspace.execute("CREATE TABLE gone (id int PRIMARY KEY, name text)");
    AtomicInteger sent = new AtomicInteger();
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) -> {
              if (sent.incrementAndGet() == 100) {
                return keyspace
                    .session()
                    .executeAsync("DROP TABLE gone")
                    .thenCompose(dropped -> real.send());
              }
              return real.send();
            });
    Path file = RowFile.of(NAMES).namesFrom(0, 10_000).writeTo(directory.resolve("a.parquet"));

    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () -> importer(faulty, "gone").from(file).maxErrors(-1).concurrency(4).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_CHANGED);
  }

  @Test
  void aTableThatIsMadeAnewMeanwhileEndsTheImportWithThatReason() {
    String create = "CREATE TABLE anew (id int PRIMARY KEY, name text)";
    keyspace.execute(create);
    AtomicInteger sent = new AtomicInteger();
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) ->
                sent.incrementAndGet() == 3
                    ? session
                        .executeAsync("DROP TABLE anew")
                        .thenCompose(dropped -> session.executeAsync(create))
                        .thenCompose(made -> real.send())
                    : real.send());
    Path file = RowFile.of(NAMES).namesFrom(0, 200).writeTo(directory.resolve("a.parquet"));

    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () -> importer(faulty, "anew").from(file).concurrency(1).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_CHANGED);
    assertThat(failure).hasMessageContaining("made anew");
    assertThat(keyspace.execute("SELECT count(*) FROM anew").one().getLong(0)).isLessThan(200);
  }

  @Test
  void noMoreRequestsAreInFlightThanTheBoundAllows() {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CqlSession counting =
        FaultySession.over(
            session,
            (statement, real) -> {
              most.accumulateAndGet(open.incrementAndGet(), Math::max);
              return real.send().whenComplete((result, error) -> open.decrementAndGet());
            });
    Path file = RowFile.of(NAMES).namesFrom(0, 500).writeTo(directory.resolve("a.parquet"));

    importer(counting, "users").from(file).concurrency(8).load();

    assertThat(most.get()).isBetween(2, 8);
  }

  @Test
  void rowsThatAreRefusedAtOnceLetFewOthersGo() {
    int concurrency = 8;
    int refusals = 3 * concurrency;
    Set<Integer> refused = ConcurrentHashMap.newKeySet();
    AtomicInteger sent = new AtomicInteger();
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) -> {
              if (sent.incrementAndGet() > refusals) {
                return real.send();
              }
              refused.add(((BoundStatement) statement).getInt("id"));
              return FaultySession.failed(unavailable);
            });
    keyspace.execute("TRUNCATE users");
    Path file = RowFile.of(NAMES).namesFrom(0, 500).writeTo(directory.resolve("a.parquet"));

    ImportReport report =
        importer(faulty, "users").from(file).mode(WriteMode.INSERT).concurrency(concurrency).load();

    assertThat(report.rowsWritten()).isEqualTo(500);
    assertThat(refused).hasSizeLessThanOrEqualTo(2 * concurrency);
  }

  @Test
  void aCancelledImportSendsNothingMore() {
    CompletableFuture<Void> never = new CompletableFuture<>();
    AtomicInteger sent = new AtomicInteger();
    CqlSession stuck =
        FaultySession.over(
            session,
            (statement, real) -> {
              CompletionStage<?> answer =
                  sent.incrementAndGet() < 50 ? real.send() : never.thenCompose(v -> real.send());
              return answer;
            });
    Path file = RowFile.of(NAMES).namesFrom(0, 5_000).writeTo(directory.resolve("a.parquet"));

    TransferException failure;
    try (var handle = importer(stuck, "users").from(file).concurrency(16).start()) {
      while (sent.get() < 60) {
        Thread.onSpinWait();
      }
      long start = System.nanoTime();
      handle.close();
      assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
      failure = catchThrowableOfType(TransferException.class, handle::await);
    }

    assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(sent.get()).isLessThan(100);
    assertThat(session.isClosed()).isFalse();
    never.cancel(false);
  }

  @Test
  void aRowThatTheServerRefusesIsRejectedAndTheOthersAreWritten() {
    AtomicInteger sent = new AtomicInteger();
    Node node = session.getMetadata().getNodes().values().iterator().next();
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) ->
                statement instanceof BatchStatement || sent.incrementAndGet() == 3
                    ? FaultySession.failed(new InvalidQueryException(node, "no such thing"))
                    : real.send());
    Path file = RowFile.of(NAMES).namesFrom(0, 10).writeTo(directory.resolve("a.parquet"));

    ImportReport report = importer(faulty, "users").from(file).maxErrors(1).load();

    assertThat(report.rowsWritten()).isEqualTo(9);
    assertThat(report.rowsRejected()).isEqualTo(1);
    assertThat(report.outcomeUnknown()).isZero();
  }

  @Test
  void aBatchThatTheServerFindsTooLargeIsSentInPartsAndTheNextOnesAreSmaller() {
    AtomicInteger refused = new AtomicInteger();
    Node node = session.getMetadata().getNodes().values().iterator().next();
    CqlSession strict =
        FaultySession.over(
            session,
            (statement, real) -> {
              if (statement instanceof BatchStatement batch && batch.size() > 5) {
                refused.incrementAndGet();
                return FaultySession.failed(new InvalidQueryException(node, "Batch too large"));
              }
              return real.send();
            });
    Path file = RowFile.of(NAMES).namesFrom(0, 5_000).writeTo(directory.resolve("a.parquet"));

    ImportReport report = importer(strict, "users").from(file).concurrency(4).load();

    assertThat(report.rowsWritten()).isEqualTo(5_000);
    assertThat(keyspace.execute("SELECT count(*) FROM users").one().getLong(0)).isEqualTo(5_000);
    assertThat(refused.get()).isBetween(1, 60); // of about 160 batches of full size
  }

  @Test
  void aSessionThatIsClosedMeanwhileEndsTheImportWithThatReason() {
    AtomicInteger sent = new AtomicInteger();
    CqlSession own = server.newSession(keyspace.name());
    CqlSession closing =
        FaultySession.over(
            own,
            (statement, real) -> {
              if (sent.incrementAndGet() == 50) {
                own.forceCloseAsync();
              }
              return real.send();
            });
    Path file = RowFile.of(NAMES).namesFrom(0, 2_000).writeTo(directory.resolve("a.parquet"));

    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () -> importer(closing, "users").from(file).maxErrors(-1).concurrency(8).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.SESSION_CLOSED);
    assertThat(failure.report().orElseThrow().rowsWritten()).isBetween(1L, 1_900L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void everyWriteIsSentAsTheOptionsSay(int rows) {
    AtomicReference<Statement<?>> sent = new AtomicReference<>();
    CqlSession watching =
        FaultySession.over(
            session,
            (statement, real) -> {
              sent.set(statement);
              return real.send();
            });
    Path file = RowFile.of(NAMES).namesFrom(0, rows).writeTo(directory.resolve("a.parquet"));

    ImportReport report =
        importer(watching, "users")
            .from(file)
            .consistency(ConsistencyLevel.ONE)
            .requestTimeout(Duration.ofSeconds(7))
            .load();

    DriverExecutionProfile profile = Objects.requireNonNull(sent.get().getExecutionProfile());
    assertThat(profile.getString(DefaultDriverOption.REQUEST_CONSISTENCY)).isEqualTo("ONE");
    assertThat(profile.getDuration(DefaultDriverOption.REQUEST_TIMEOUT)).hasSeconds(7);
    assertThat(profile.getBoolean(DefaultDriverOption.REQUEST_LOG_WARNINGS)).isFalse();
    assertThat(sent.get().isIdempotent()).isNotEqualTo(true);
    assertThat(sent.get().getRoutingKey()).isNotNull();
    assertThat(sent.get().getRoutingKeyspace().asInternal()).isEqualTo(keyspace.name());
    assertThat(report.consistency()).isEqualTo("ONE");
  }

  private ParquetImporter importer(CqlSession on, String table) {
    return ParquetImporter.on(on).table(keyspace.name(), table);
  }
}
