package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.WriteType;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.it.fault.FaultySession;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditional writes whose answer is lost: what became of them is read back. */
@CassandraTest
class ConditionalFaultsTest {

  private static final String NAMES = "optional int32 id; optional binary name (STRING);";

  private final TestKeyspace keyspace;
  private final CqlSession session;
  private final WriteTimeoutException lost;
  private final AtomicInteger sent = new AtomicInteger();
  private final Queue<ConsistencyLevel> levels = new ConcurrentLinkedQueue<>();
  @TempDir private Path directory;

  ConditionalFaultsTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
    session = keyspace.session();
    lost =
        new WriteTimeoutException(
            session.getMetadata().getNodes().values().iterator().next(),
            ConsistencyLevel.SERIAL,
            0,
            1,
            WriteType.CAS);
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, name text)");
    keyspace.execute("CREATE TABLE IF NOT EXISTS pairs (id int PRIMARY KEY, a text, b text)");
    keyspace.execute("CREATE TABLE IF NOT EXISTS keys (id int PRIMARY KEY)");
    keyspace.execute("CREATE TABLE IF NOT EXISTS groups (id int PRIMARY KEY, names set<text>)");
    keyspace.execute(
        "CREATE TABLE IF NOT EXISTS parts (k int, c int, s text static, other text static,"
            + " PRIMARY KEY (k, c))");
  }

  @BeforeEach
  void empty() {
    List.of("users", "pairs", "keys", "groups", "parts")
        .forEach(t -> keyspace.execute("TRUNCATE " + t));
  }

  @Test
  void anInsertThatWasAppliedCountsAsWritten() {
    ImportReport report = insert(name("new"), applied());

    requireCounts(report, 1, 0, 0);
    assertThat(sent.get()).isEqualTo(1);
    assertThat(levels).containsExactly(ConsistencyLevel.SERIAL);
    assertThat(nameOfOne()).isEqualTo("new");
  }

  @Test
  void anInsertOfARowThatExistedCountsAsSkipped() {
    old("other");
    requireCounts(insert(name("new"), applied()), 0, 1, 0);
    assertThat(nameOfOne()).isEqualTo("other");
  }

  @Test
  void anInsertOfARowThatExistedWithTheSameValuesCountsAsSkipped() {
    old("new");
    requireCounts(insert(name("new"), applied()), 0, 1, 0);
  }

  @Test
  void anInsertThatNeverArrivedIsSentAgain() {
    ImportReport report = insert(name("new"), real -> FaultySession.failed(lost));

    requireCounts(report, 1, 0, 0);
    assertThat(sent.get()).isEqualTo(2);
    assertThat(nameOfOne()).isEqualTo("new");
  }

  @Test
  void anInsertThatArrivesAfterItWasReadBackCountsOnce() {
    CqlSession late =
        faulty(
            real ->
                sent.get() == 1
                    ? FaultySession.failed(lost)
                    : real.send().thenCompose(first -> real.send()));

    ImportReport report = importer(late, "users", WriteMode.INSERT).from(name("new")).load();

    requireCounts(report, 1, 0, 0);
    assertThat(levels).hasSize(2);
    assertThat(nameOfOne()).isEqualTo("new");
  }

  @Test
  void anUpdateThatWasAppliedCountsAsWritten() {
    old("old");
    requireCounts(update(name("new"), applied()), 1, 0, 0);
    assertThat(sent.get()).isEqualTo(1);
    assertThat(nameOfOne()).isEqualTo("new");
  }

  @Test
  void anUpdateOfNoRowCountsAsSkipped() {
    requireCounts(update(name("new"), applied()), 0, 1, 0);
    assertThat(keyspace.execute("SELECT id FROM users").all()).isEmpty();
  }

  @Test
  void anUpdateThatNeverArrivedIsSentAgain() {
    old("old");
    requireCounts(update(name("new"), real -> FaultySession.failed(lost)), 1, 0, 0);
    assertThat(sent.get()).isEqualTo(2);
    assertThat(nameOfOne()).isEqualTo("new");
  }

  @Test
  void whatSomebodyElseWroteMeanwhileIsNotWrittenOver() {
    old("old");

    ImportReport report =
        update(name("new"), appliedAndThen("UPDATE users SET name = 'theirs' WHERE id = 1"));

    requireCounts(report, 0, 0, 1);
    assertThat(nameOfOne()).isEqualTo("theirs");
  }

  @Test
  void anInsertThatSomebodyElseWroteOverMeanwhileIsOfUnknownOutcome() {
    requireCounts(
        insert(name("new"), appliedAndThen("UPDATE users SET name = 'theirs' WHERE id = 1")),
        0,
        0,
        1);
    assertThat(nameOfOne()).isEqualTo("theirs");

    keyspace.execute("TRUNCATE users");
    requireCounts(
        insert(name("new"), appliedAndThen("DELETE name FROM users WHERE id = 1")), 0, 0, 1);
    assertThat(nameOfOne()).isNull();
  }

  @Test
  void aRowOfWhichOneCellIsOldWasThereBeforeAnInsert() {
    keyspace.execute("INSERT INTO pairs (id, a) VALUES (1, 'a') USING TIMESTAMP 1");
    First late =
        real ->
            session
                .executeAsync("UPDATE pairs SET b = 'b' WHERE id = 1 IF EXISTS")
                .thenCompose(done -> FaultySession.failed(lost));

    requireCounts(conditional("pairs", WriteMode.INSERT, pair("a", "b"), late), 0, 1, 0);
    assertThat(sent.get()).isEqualTo(1);

    Path second =
        RowFile.of("optional int32 id; optional binary b (STRING);").row(1, "b").writeTo(file());
    requireCounts(conditional("pairs", WriteMode.INSERT, second, applied()), 0, 1, 0);
  }

  @Test
  void anOldCellTellsThatAnUpdateWasNotApplied() {
    keyspace.execute("INSERT INTO pairs (id, a, b) VALUES (1, 'a', 'old') USING TIMESTAMP 1");
    First late =
        real ->
            session
                .executeAsync("UPDATE pairs SET b = 'b' WHERE id = 1 IF EXISTS")
                .thenCompose(done -> FaultySession.failed(lost));

    requireCounts(conditional("pairs", WriteMode.UPDATE, pair("a", "b"), late), 1, 0, 0);
    assertThat(sent.get()).isEqualTo(2);
  }

  @Test
  void anUpdateOfNullsIsSentAgainWhereAValueIsStillThere() {
    keyspace.execute("INSERT INTO pairs (id, a, b) VALUES (1, 'a', 'b') USING TIMESTAMP 1");
    requireCounts(deleting(pair(null, null), real -> FaultySession.failed(lost)), 1, 0, 0);
    assertThat(sent.get()).isEqualTo(2);
    assertThat(pairOfOne().isNull("a")).isTrue();
  }

  @Test
  void anUpdateThatMayHaveTakenTheLastValueOfItsRowIsOfUnknownOutcome() {
    keyspace.execute("UPDATE pairs SET a = 'a' WHERE id = 1");
    requireCounts(deleting(pair(null, null), applied()), 0, 0, 1);
    assertThat(keyspace.execute("SELECT id FROM pairs").all()).isEmpty();

    requireCounts(deleting(pair("a", null), applied()), 0, 1, 0); // would have left a value
  }

  @Test
  void whatSomebodyElseDeletedOfAnUpdateIsNotWrittenAgain() {
    keyspace.execute("INSERT INTO pairs (id) VALUES (1)");
    First first = appliedAndThen("DELETE a FROM pairs WHERE id = 1");

    requireCounts(conditional("pairs", WriteMode.UPDATE, pair("a", "b"), first), 0, 0, 1);
    assertThat(pairOfOne().isNull("a")).isTrue();
    assertThat(pairOfOne().getString("b")).isEqualTo("b");
  }

  @Test
  void anUpdateOfCellsWithoutValuesThatNeverArrivedIsSentAgain() {
    keyspace.execute("INSERT INTO pairs (id) VALUES (1)");
    First never = real -> FaultySession.failed(lost);

    requireCounts(conditional("pairs", WriteMode.UPDATE, pair("a", "b"), never), 1, 0, 0);
    assertThat(pairOfOne().getString("a")).isEqualTo("a");
  }

  @Test
  void whatCannotBeToldIsReportedAsUnknown() {
    Path key = RowFile.of("optional int32 id;").row(1).writeTo(file());
    requireCounts(conditional("keys", WriteMode.INSERT, key, applied()), 0, 0, 1);

    Path names =
        RowFile.of(
                "optional int32 id; optional group names (LIST) { repeated group list {"
                    + " optional binary element (STRING); } }")
            .row(1, List.of("b", "a"))
            .writeTo(file());
    requireCounts(conditional("groups", WriteMode.INSERT, names, applied()), 0, 0, 1);
  }

  @Test
  void staticValuesAloneAreReadBackToo() {
    Path statics =
        RowFile.of("optional int32 k; optional binary s (STRING);").row(1, "s").writeTo(file());
    requireCounts(conditional("parts", WriteMode.INSERT, statics, applied()), 1, 0, 0);

    keyspace.execute("TRUNCATE parts");
    keyspace.execute("INSERT INTO parts (k, c) VALUES (1, 1)");
    ImportReport report =
        conditional("parts", WriteMode.INSERT, statics, real -> FaultySession.failed(lost));
    requireCounts(report, 1, 0, 0);
    assertThat(keyspace.execute("SELECT s FROM parts").one().getString(0)).isEqualTo("s");
  }

  @Test
  void staticValuesThatAreNotSentMakeTheirRowExist() {
    keyspace.execute("INSERT INTO parts (k, other) VALUES (1, 'there')");
    Path statics =
        RowFile.of("optional int32 k; optional binary s (STRING);").row(1, "s").writeTo(file());

    ImportReport report =
        conditional("parts", WriteMode.UPDATE, statics, real -> FaultySession.failed(lost));

    requireCounts(report, 1, 0, 0);
    assertThat(keyspace.execute("SELECT s FROM parts").one().getString(0)).isEqualTo("s");
  }

  /** What becomes of the first write. */
  private interface First {
    CompletionStage<?> of(FaultySession.Real real);
  }

  private First applied() {
    return real -> real.send().thenCompose(done -> FaultySession.failed(lost));
  }

  /** Somebody else's statement follows the write. */
  private First appliedAndThen(String theirs) {
    return real ->
        real.send()
            .thenCompose(done -> session.executeAsync(theirs + " IF EXISTS"))
            .thenCompose(done -> FaultySession.failed(lost));
  }

  private ImportReport insert(Path file, First first) {
    return conditional("users", WriteMode.INSERT, file, first);
  }

  private ImportReport update(Path file, First first) {
    return conditional("users", WriteMode.UPDATE, file, first);
  }

  private ImportReport conditional(String table, WriteMode mode, Path file, First first) {
    return importer(failingOnce(first), table, mode).from(file).maxErrors(1).load();
  }

  /** Updates a pair, with nulls that delete. */
  private ImportReport deleting(Path file, First first) {
    return importer(failingOnce(first), "pairs", WriteMode.UPDATE)
        .nulls(Nulls.DELETE)
        .from(file)
        .maxErrors(1)
        .load();
  }

  private CqlSession failingOnce(First first) {
    sent.set(0);
    return faulty(real -> sent.get() == 1 ? first.of(real) : real.send());
  }

  private CqlSession faulty(First each) {
    CqlSession watched =
        FaultySession.watching(
            session,
            statement -> {
              if (statement instanceof SimpleStatement read
                  && read.getQuery().contains("WRITETIME(")) {
                levels.add(read.getConsistencyLevel());
              }
            });
    return FaultySession.over(
        watched,
        (statement, real) -> {
          assertThat(statement).isInstanceOf(BoundStatement.class);
          sent.incrementAndGet();
          return each.of(real);
        });
  }

  private ParquetImporter importer(CqlSession on, String table, WriteMode mode) {
    return ParquetImporter.on(on).table(keyspace.name(), table).mode(mode);
  }

  private static void requireCounts(ImportReport report, long written, long skipped, long unknown) {
    assertThat(report.rowsWritten()).as("written").isEqualTo(written);
    assertThat(report.rowsSkipped()).as("skipped").isEqualTo(skipped);
    assertThat(report.outcomeUnknown()).as("unknown").isEqualTo(unknown);
    assertThat(report.rowsRejected()).as("rejected").isEqualTo(unknown);
  }

  private void old(String name) {
    keyspace.execute("INSERT INTO users (id, name) VALUES (1, '" + name + "') USING TIMESTAMP 1");
  }

  private String nameOfOne() {
    return keyspace.execute("SELECT name FROM users WHERE id = 1").one().getString(0);
  }

  private Row pairOfOne() {
    return keyspace.execute("SELECT a, b FROM pairs WHERE id = 1").one();
  }

  private Path pair(String a, String b) {
    return RowFile.of("optional int32 id; optional binary a (STRING); optional binary b (STRING);")
        .row(1, a, b)
        .writeTo(file());
  }

  private Path name(String name) {
    return RowFile.of(NAMES).row(1, name).writeTo(file());
  }

  private Path file() {
    return directory.resolve("rows.parquet");
  }
}
