package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.fault.FaultySession;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.report.TransferReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that broke off, and go on from their checkpoint. */
@CassandraTest
class ImportResumeTest {

  private static final String NAMES = "optional int32 id; optional binary name (STRING);";
  private static final int ROWS = 1_000;

  private final TestKeyspace keyspace;
  private final CqlSession session;
  @TempDir private Path directory;

  ImportResumeTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
    this.session = keyspace.session();
  }

  @BeforeEach
  void makeTable() {
    keyspace.execute("DROP TABLE IF EXISTS users");
    keyspace.execute("CREATE TABLE users (id int PRIMARY KEY, name text)");
  }

  @Test
  void anImportThatBrokeOffDoesWhatIsMissing() {
    TransferReport first = breaksOff(door -> door);
    assertThat(first.rowsWritten()).isBetween(100L, 900L);
    Set<Integer> before = ids();
    keyspace.execute("TRUNCATE users");

    ImportReport report = users(session).load();

    assertThat(report.rowsRead()).isEqualTo(ROWS);
    assertThat(report.rowsWritten()).isEqualTo(ROWS);
    assertThat(report.rowsSkipped()).isZero();
    assertThat(report.rowGroups()).isEqualTo(10);
    long done = doneBefore(report);
    assertThat(done).isPositive().isLessThanOrEqualTo(first.rowsWritten());
    Set<Integer> after = ids();
    assertThat(after).hasSize((int) (ROWS - done));
    after.addAll(before);
    assertThat(after).hasSize(ROWS);
  }

  @Test
  void aCancelledImportCountsWhatItHasDone() throws Exception {
    try (TransferHandle<ImportReport> handle = users(session).rate("400").start()) {
      awaitRows(450);
    }
    Set<Integer> before = ids();

    ImportReport report = users(session).load();

    assertThat(report.rowsWritten()).isEqualTo(ROWS);
    assertThat(doneBefore(report)).isBetween(100L, (long) before.size());
    assertThat(ids()).hasSize(ROWS);
  }

  @Test
  void aFinishedImportEndsAtOnceWithItsReport() {
    ImportReport first = users(session).load();
    keyspace.execute("TRUNCATE users");

    ImportReport second = users(session).load();

    assertThat(second).usingRecursiveComparison().ignoringFields("warnings").isEqualTo(first);
    assertThat(second.warnings()).anyMatch(w -> w.contains("finished before"));
    assertThat(ids()).isEmpty();
  }

  @Test
  void withoutResumeACheckpointIsBegunAnew() {
    Path place = directory.resolve("checkpoint");
    ParquetImporter kept = importer(session, "users", names()).checkpoint(place);
    kept.load();
    keyspace.execute("TRUNCATE users");

    kept.load();

    assertThat(ids()).hasSize(ROWS);
    assertThat(place).isDirectoryContaining("glob:**journal.jsonl");
  }

  @Test
  void anotherJobIsRefusedAndSaidToBeOne() throws IOException {
    breaksOff(door -> door);

    assertThat(differs(users(session).nulls(Nulls.DELETE))).contains("NULLS");
    assertThat(differs(users(session).skipRows(5))).contains("SKIPROWS");
    assertThat(differs(users(session).columns("id"))).contains("the columns");
    Path file = names();
    byte[] bytes = Files.readAllBytes(file);
    RowFile.of(NAMES).rowGroupRows(100).namesFrom(1, ROWS).writeTo(file);
    assertThat(differs(users(session))).contains("the content of the file").doesNotContain("table");
    Files.write(file, bytes);
    makeTable();
    assertThat(differs(users(session))).contains("the table").doesNotContain("content");
    assertThat(ids()).isEmpty();
  }

  @Test
  void whatChangesOnlyTheRunMayDiffer() {
    breaksOff(door -> door);

    ImportReport report =
        users(session)
            .concurrency(3)
            .maxErrors(7)
            .errorFile(directory.resolve("rejects.parquet"))
            .load();

    assertThat(report.rowsWritten()).isEqualTo(ROWS);
    assertThat(doneBefore(report)).isPositive();
  }

  @Test
  void twoRunsOfOneJobAtATimeAreRefused() throws Exception {
    try (TransferHandle<ImportReport> first = users(session).rate("100").start()) {
      awaitRows(1);
      TransferException failure = failure(users(session));
      assertThat(failure.code()).isEqualTo(ErrorCode.CHECKPOINT_UNUSABLE);
      assertThat(failure).hasMessageContaining("in use");
    }
  }

  @Test
  void aDamagedJournalIsSaidToBeOne() throws IOException {
    breaksOff(door -> door);
    Path journal = journal();
    Files.writeString(journal, Files.readString(journal).replaceFirst("\"identity\"", "{{{"));

    TransferException failure = failure(users(session));

    assertThat(failure.code()).isEqualTo(ErrorCode.CHECKPOINT_UNUSABLE);
    assertThat(failure).hasMessageContaining("line 1 is damaged");
  }

  @Test
  void theLastLineOfAJournalMayBeCutOff() throws IOException {
    breaksOff(door -> door);
    Path journal = journal();
    String whole = Files.readString(journal);
    Files.writeString(journal, whole.substring(0, whole.length() - 20));

    ImportReport report = users(session).load();

    assertThat(report.rowsWritten()).isEqualTo(ROWS);
    assertThat(ids()).hasSize(ROWS);
  }

  @Test
  void aJournalHoldsNeitherKeysNorValues() throws IOException {
    keyspace.execute("CREATE TABLE IF NOT EXISTS secrets (k text PRIMARY KEY, n int)");
    RowFile file = RowFile.of("optional binary k (STRING); optional int64 n;").rowGroupRows(50);
    for (int i = 0; i < 500; i++) {
      file.row("key-of-" + i, i == 40 || i == 400 ? 77_000_000_000L + i : 4_000_000L + i);
    }
    Path path = file.writeTo(directory.resolve("secrets.parquet"));

    ImportReport report = importer(session, "secrets", path).maxErrors(5).resume().load();

    assertThat(report.rowsRejected()).isEqualTo(2);

    String journal =
        Files.readString(
            directory.resolve(
                ".secrets.parquet." + keyspace.name() + ".secrets.checkpoint/journal.jsonl"));
    assertThat(journal).contains("\"rowsRejected\":2");
    assertThat(journal).doesNotContain("key-of-").doesNotContain("7700000004");
  }

  @Test
  void aListIsNotDoubledByRowsThatAreWrittenAgain() {
    keyspace.execute("CREATE TABLE IF NOT EXISTS lists (id int PRIMARY KEY, tags list<text>)");
    RowFile rows =
        RowFile.of(
            "optional int32 id; optional group tags (LIST) { repeated group list {"
                + " optional binary element (STRING); } }");
    for (int i = 0; i < ROWS; i++) {
      rows.row(i, List.of("a" + i, "b"));
    }
    Path file = rows.writeTo(directory.resolve("lists.parquet")); // one stretch, never done
    for (int run = 0; run < 2; run++) {
      TransferException failure =
          failure(importer(failingAfter(12), "lists", file).resume().timestamp(5_000_000));
      assertThat(failure.report().orElseThrow().rowsWritten()).isPositive();
    }

    importer(session, "lists", file).resume().timestamp(5_000_000).load();

    List<Row> lists = keyspace.execute("SELECT id, tags FROM lists").all();
    assertThat(lists).hasSize(ROWS);
    for (Row row : lists) {
      assertThat(row.getList(1, String.class)).containsExactly("a" + row.getInt(0), "b");
    }
  }

  @Test
  void allRowsHaveTheWriteTimeOfTheFirstRun() {
    breaksOff(door -> door);
    Set<Long> first = writeTimes();
    assertThat(first).hasSize(1);

    users(session).load();

    assertThat(writeTimes()).isEqualTo(first);
  }

  @Test
  void rejectedRowsComeAgainUntilTheyAreAccepted() {
    keyspace.execute("CREATE TABLE IF NOT EXISTS numbers (id int PRIMARY KEY, n int)");
    RowFile rows = RowFile.of("optional int32 id; optional int64 n;").rowGroupRows(100);
    for (int i = 0; i < ROWS; i++) {
      rows.row(i, i == 150 || i == 850 ? 3_000_000_000L : i);
    }
    Path file = rows.writeTo(directory.resolve("numbers.parquet"));
    ParquetImporter door = importer(session, "numbers", file).resume();
    assertThat(failure(door.maxErrors(1)).code()).isEqualTo(ErrorCode.TOO_MANY_ERRORS);

    Path rejects = directory.resolve("rejects.parquet");
    ImportReport report = door.maxErrors(2).errorFile(rejects).load();

    assertThat(report.rowsRead()).isEqualTo(ROWS);
    assertThat(report.rowsWritten()).isEqualTo(ROWS - 2);
    assertThat(report.rowsRejected()).isEqualTo(2);
    assertThat(doneBefore(report)).isBetween(100L, 800L);
    assertThat(report.files()).last().asString().endsWith("rejects.parquet");
    assertThat(rejects).isNotEmptyFile();
    assertThat(keyspace.execute("SELECT count(*) FROM numbers").one().getLong(0)).isEqualTo(998);
  }

  @Test
  void rowsAreSkippedAndBoundedAsInTheFirstRun() {
    breaksOff(door -> door.skipRows(150).maxRows(700));

    ImportReport report = users(session).skipRows(150).maxRows(700).load();

    assertThat(doneBefore(report)).isPositive();
    assertThat(report.rowsRead()).isEqualTo(850);
    assertThat(report.rowsSkipped()).isEqualTo(150);
    assertThat(report.rowsWritten()).isEqualTo(700);
    assertThat(ids()).isEqualTo(IntStream.range(150, 850).boxed().collect(Collectors.toSet()));
  }

  @Test
  void rowsOfFilesThatDoNotSayHowManyTheyHaveAreBoundedAsInTheFirstRun() throws IOException {
    Path first = csv("first.csv", 0, 300);
    Path second = csv("second.csv", 300, 300);
    failure(
        importer(failingAfter(12), "users", first).from(second).skipRows(10).maxRows(390).resume());

    ImportReport report =
        importer(session, "users", first).from(second).skipRows(10).maxRows(390).resume().load();

    assertThat(doneBefore(report)).isEqualTo(290);
    assertThat(report.rowsRead()).isEqualTo(400);
    assertThat(report.rowsWritten()).isEqualTo(390);
    assertThat(ids()).isEqualTo(IntStream.range(10, 400).boxed().collect(Collectors.toSet()));
  }

  private Path csv(String name, int from, int count) throws IOException {
    String rows =
        IntStream.range(from, from + count)
            .mapToObj(i -> i + ",name " + i + "\n")
            .collect(Collectors.joining());
    return Files.writeString(directory.resolve(name), "id,name\n" + rows);
  }

  @Test
  void lossesOfAllRunsAreCountedOnce() {
    keyspace.execute("CREATE TABLE IF NOT EXISTS floats (id int PRIMARY KEY, x float)");
    RowFile rows = RowFile.of("optional int32 id; optional double x;").rowGroupRows(100);
    for (int i = 0; i < ROWS; i++) {
      rows.row(i, i + 0.1);
    }
    Path file = rows.writeTo(directory.resolve("floats.parquet"));
    failure(importer(failingAfter(12), "floats", file).convert(Conversion.LENIENT).resume());

    ImportReport report =
        importer(session, "floats", file).convert(Conversion.LENIENT).resume().load();

    assertThat(doneBefore(report)).isPositive();
    assertThat(report.losses()).extracting(Loss::count).containsExactly((long) ROWS);
  }

  @Test
  void aRowThatWasInsertedBeforeTheEndCountsAsSkipped() {
    Path file = RowFile.of(NAMES).namesFrom(0, 100).writeTo(directory.resolve("names.parquet"));
    failure(
        importer(failingAfter(30), "users", file).mode(WriteMode.INSERT).concurrency(1).resume());

    ImportReport report = importer(session, "users", file).mode(WriteMode.INSERT).resume().load();

    assertThat(report.rowsRead()).isEqualTo(100);
    // A run that lasts half a second has noted some of its rows.
    assertThat(report.rowsSkipped()).isEqualTo(30 - doneBefore(report));
    assertThat(report.rowsWritten()).isEqualTo(100 - report.rowsSkipped());
    assertThat(ids()).hasSize(100);
  }

  @Test
  void whatCannotGoOnIsRefused() {
    keyspace.execute("CREATE TABLE IF NOT EXISTS pages (id int PRIMARY KEY, visits counter)");
    Path visits =
        RowFile.of("optional int32 id; optional int64 visits;")
            .row(1, 5L)
            .writeTo(directory.resolve("visits.parquet"));

    TransferException lent =
        failure(
            ParquetImporter.on(session).table("users").from(new LocalInputFile(names())).resume());
    TransferException counted =
        failure(
            importer(session, "pages", visits)
                .mode(WriteMode.COUNTER)
                .checkpoint(directory.resolve("c")));

    assertThat(lent.code()).isEqualTo(ErrorCode.BAD_OPTION);
    assertThat(lent).hasMessageContaining("lent by the caller");
    assertThat(counted.code()).isEqualTo(ErrorCode.BAD_OPTION);
    assertThat(counted).hasMessageContaining("COUNTER");
    assertThat(directory.resolve("c")).doesNotExist();
  }

  /** Imports the names until the server takes no more, and returns the report of the failure. */
  private TransferReport breaksOff(UnaryOperator<ParquetImporter> options) {
    TransferException failure = failure(options.apply(users(failingAfter(12))));
    assertThat(failure.code()).isEqualTo(ErrorCode.SCHEMA_CHANGED);
    return failure.report().orElseThrow();
  }

  /** Returns a session that takes so many writes, and then says that the table is gone. */
  private CqlSession failingAfter(int writes) {
    Node node = session.getMetadata().getNodes().values().iterator().next();
    AtomicInteger sent = new AtomicInteger();
    return FaultySession.over(
        session,
        (statement, real) ->
            sent.incrementAndGet() <= writes
                ? real.send()
                : FaultySession.failed(new InvalidQueryException(node, "unconfigured table")));
  }

  private static String differs(ParquetImporter door) {
    TransferException failure = failure(door);
    assertThat(failure.code()).isEqualTo(ErrorCode.CHECKPOINT_DIFFERS);
    return failure.getMessage();
  }

  private static TransferException failure(ParquetImporter door) {
    return catchThrowableOfType(TransferException.class, door::load);
  }

  private ParquetImporter users(CqlSession on) {
    return importer(on, "users", names()).resume();
  }

  private ParquetImporter importer(CqlSession on, String table, Path file) {
    return ParquetImporter.on(on).table(keyspace.name(), table).from(file);
  }

  private Path names() {
    Path file = directory.resolve("names.parquet");
    return Files.exists(file)
        ? file
        : RowFile.of(NAMES).rowGroupRows(100).namesFrom(0, ROWS).writeTo(file);
  }

  private Path journal() {
    return directory.resolve(
        ".names.parquet." + keyspace.name() + ".users.checkpoint/journal.jsonl");
  }

  private static long doneBefore(ImportReport report) {
    return report.warnings().stream()
        .filter(w -> w.endsWith("done by earlier runs of this import, and not read again"))
        .mapToLong(w -> Long.parseLong(w.substring(0, w.indexOf(' '))))
        .findFirst()
        .orElse(0);
  }

  private Set<Integer> ids() {
    return keyspace.execute("SELECT id FROM users").all().stream()
        .map(row -> row.getInt(0))
        .collect(Collectors.toSet());
  }

  private Set<Long> writeTimes() {
    return keyspace.execute("SELECT writetime(name) FROM users").all().stream()
        .map(row -> row.getLong(0))
        .collect(Collectors.toSet());
  }

  private void awaitRows(int rows) throws InterruptedException {
    while (ids().size() < rows) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
