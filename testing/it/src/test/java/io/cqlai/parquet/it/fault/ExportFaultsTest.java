package io.cqlai.parquet.it.fault;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.capture.CapturedFile;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Pages that fail: asked for again, in parts or in smaller pages, and no row lost or twice. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class ExportFaultsTest {

  private static final int ROWS = 2_000;
  private static final int WIDE = 300;

  private CqlSession session;
  @TempDir private Path directory;

  @BeforeAll
  void makeTables(TestKeyspace keyspace) {
    session = keyspace.session();
    Numbers.create(session, "numbers", ROWS);
    session.execute("CREATE TABLE wide (k int, c int, v text, PRIMARY KEY (k, c))");
    for (int i = 0; i < WIDE; i++) {
      session.execute("INSERT INTO wide (k, c, v) VALUES (?, ?, 'v')", i % 3, i);
    }
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.Fault#OF_READS")
  void aPageMayFail(Fault fault) throws SQLException {
    failing(fault, List.of(1, 2, 20));
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.Fault#OF_READS")
  @Tag("long")
  void eachOfTwentyPagesMayFail(Fault fault) throws SQLException {
    failing(fault, IntStream.rangeClosed(1, 20).boxed().toList());
  }

  private void failing(Fault fault, List<Integer> pages) throws SQLException {
    for (int page : pages) {
      CqlSession faulty = FaultySession.failing(session, number -> number == page ? fault : null);
      Path file = directory.resolve(fault + "-" + page + ".parquet");

      ExportReport report =
          ParquetExporter.on(faulty).table("numbers").pageRows(50).to(file).export();

      assertThat(report.rowsWritten()).as("page %s", page).isEqualTo(ROWS);
      assertThat(CapturedFile.number("SELECT count(DISTINCT k) FROM '" + file + "'"))
          .as("page %s", page)
          .isEqualTo(ROWS);
      assertThat(report.warnings())
          .anyMatch(
              fault == Fault.TOMBSTONES
                  ? warning -> warning.contains("were read in smaller ones")
                  : warning -> warning.contains("asked for again, 1 times"));
    }
  }

  @Test
  void aRangeThatAlwaysTimesOutIsCutUntilItDoesNot() throws SQLException {
    int most = 20;
    Set<String> whole = ConcurrentHashMap.newKeySet();
    // Only stretches of at most a 40,000th of the ring are answered, wherever the reading stands.
    CqlSession faulty =
        failingWhere(
            Fault.READ_TIMEOUT, statement -> width(statement) > Long.MAX_VALUE / 20_000, whole);
    Path file = directory.resolve("cut.parquet");

    ExportReport report =
        ParquetExporter.on(faulty)
            .table("numbers")
            .beginToken(0)
            .endToken(Long.MAX_VALUE / 100)
            .pageRows(most)
            .to(file)
            .export();

    long expected =
        session
            .execute(
                "SELECT count(*) FROM numbers WHERE token(k) > 0 AND token(k) <= "
                    + Long.MAX_VALUE / 100)
            .one()
            .getLong(0);
    assertThat(expected).isPositive();
    assertThat(report.rowsWritten()).isEqualTo(expected);
    assertThat(CapturedFile.number("SELECT count(DISTINCT k) FROM '" + file + "'"))
        .isEqualTo(expected);
    assertThat(whole).isNotEmpty();
    assertThat(report.warnings())
        .anyMatch(warning -> warning.contains("were read in smaller ones"));
  }

  @Test
  void aPartitionInTheMiddleOfWhichPagesFailIsReadToItsEndOnce() throws SQLException {
    CqlSession faulty =
        failingWhere(
            Fault.TOMBSTONES,
            statement -> statement.getPagingState() != null && width(statement) > 1,
            ConcurrentHashMap.newKeySet());
    Path file = directory.resolve("wide.parquet");

    ExportReport report = ParquetExporter.on(faulty).table("wide").pageRows(7).to(file).export();

    assertThat(report.rowsWritten()).isEqualTo(WIDE);
    assertThat(CapturedFile.number("SELECT count(DISTINCT (k, c)) FROM '" + file + "'"))
        .isEqualTo(WIDE);
  }

  @Test
  void aRangeWithoutItsKeyIsReadInSmallerPages() throws SQLException {
    CqlSession faulty =
        failingWhere(
            Fault.READ_TIMEOUT,
            statement -> statement.getPagingState() != null && statement.getPageSize() > 3,
            ConcurrentHashMap.newKeySet());
    Path file = directory.resolve("keyless.parquet");

    ExportReport report =
        ParquetExporter.on(faulty).table("wide").columns("c", "v").pageRows(20).to(file).export();

    assertThat(report.rowsWritten()).isEqualTo(WIDE);
    assertThat(CapturedFile.number("SELECT count(DISTINCT c) FROM '" + file + "'")).isEqualTo(WIDE);
  }

  @Test
  void whatNeverPassesIsToldWithItsRange() {
    CqlSession faulty =
        failingWhere(
            Fault.TOMBSTONES,
            statement -> statement.getPagingState() != null,
            ConcurrentHashMap.newKeySet());

    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () ->
                ParquetExporter.on(faulty)
                    .table("wide")
                    .pageRows(7)
                    .to(directory.resolve("never.parquet"))
                    .export());

    assertThat(failure.code()).isEqualTo(ErrorCode.SERVER_REFUSED);
    assertThat(failure).hasMessageContaining("token range").hasMessageContaining("behind k = ");
    assertThat(directory.resolve("never.parquet")).doesNotExist();
  }

  @Test
  void pagesThatComeBackAreAmongThoseThatMayBeOnTheirWay() {
    int concurrency = 4;
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) -> {
              int number = asked.incrementAndGet();
              if (number <= 16 && number % 2 == 0) {
                return FaultySession.failed(Fault.UNAVAILABLE.on(session));
              }
              most.accumulateAndGet(open.incrementAndGet(), Math::max);
              return real.send()
                  .thenApplyAsync(page -> page, delayedExecutor(50, TimeUnit.MILLISECONDS))
                  .whenComplete((page, error) -> open.decrementAndGet());
            });

    ExportReport report =
        ParquetExporter.on(faulty)
            .table("numbers")
            .concurrency(concurrency)
            .pageRows(50)
            .to(directory.resolve("back.parquet"))
            .export();

    assertThat(report.rowsWritten()).isEqualTo(ROWS);
    assertThat(most.get()).isBetween(2, concurrency);
  }

  @Test
  void aTableThatIsDroppedMeanwhileEndsTheExportWithThatReason() {
    AtomicBoolean dropped = new AtomicBoolean();
    Numbers.create(session, "gone", 500);
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) ->
                dropped.compareAndSet(false, true)
                    ? session.executeAsync("DROP TABLE gone").thenCompose(done -> real.send())
                    : real.send());

    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () ->
                ParquetExporter.on(faulty)
                    .table("gone")
                    .concurrency(1)
                    .to(directory.resolve("gone.parquet"))
                    .export());

    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_CHANGED);
    assertThat(failure).hasMessageContaining("was dropped");
    assertThat(directory.resolve("gone.parquet")).doesNotExist();
  }

  @Test
  void aTableThatIsMadeAnewMeanwhileIsNotPublished() {
    AtomicBoolean made = new AtomicBoolean();
    Numbers.create(session, "anew", 200);
    CqlSession faulty =
        FaultySession.over(
            session,
            (statement, real) ->
                real.send()
                    .thenCompose(
                        page ->
                            made.compareAndSet(false, true)
                                ? madeAnew().thenApply(done -> page)
                                : CompletableFuture.completedFuture(page)));

    TransferException failure =
        catchThrowableOfType(
            TransferException.class,
            () ->
                ParquetExporter.on(faulty)
                    .table("anew")
                    .concurrency(1)
                    .to(directory.resolve("anew.parquet"))
                    .export());

    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_CHANGED);
    assertThat(directory.resolve("anew.parquet")).doesNotExist();
  }

  private CompletionStage<?> madeAnew() {
    return session
        .executeAsync("DROP TABLE anew")
        .thenCompose(
            dropped ->
                session.executeAsync(
                    "CREATE TABLE anew (k int PRIMARY KEY, even boolean, v text)"));
  }

  private CqlSession failingWhere(
      Fault fault, Predicate<Statement<?>> condition, Set<String> failed) {
    return FaultySession.over(
        session,
        (statement, real) -> {
          if (condition.test(statement)) {
            failed.add(statement.toString());
            return FaultySession.failed(fault.on(session));
          }
          return real.send();
        });
  }

  private static long width(Statement<?> statement) {
    BoundStatement bound = (BoundStatement) statement;
    return bound.getLong(1) - bound.getLong(0);
  }
}
