package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.capture.CapturedFile;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Exports that go on from a checkpoint, or are refused to. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class ExportResumeTest {

  private static final int ROWS = 4_000;

  private CqlSession session;
  @TempDir private Path directory;

  @BeforeAll
  void makeTable(TestKeyspace keyspace) {
    session = keyspace.session();
    Numbers.create(session, "numbers", ROWS);
  }

  @Test
  void anExportThatWasCancelledGoesOnAndLeavesNoPart() throws Exception {
    Path file = directory.resolve("cancelled.parquet");
    cancelInTheMiddle(export(file));
    assertThat(file).doesNotExist();
    long parts = CapturedFile.files(checkpoint(file)).size() - 1L;
    assertThat(parts).isPositive();

    ExportReport report = export(file).export();

    assertThat(report.warnings()).anyMatch(w -> w.contains("were there from a run before"));
    assertComplete(file, report);
    assertThat(CapturedFile.files(checkpoint(file))).containsExactly("journal.jsonl");
    assertThat(CapturedFile.files(directory))
        .filteredOn(name -> name.contains("cancelled"))
        .containsExactlyInAnyOrder("cancelled.parquet", ".cancelled.parquet.checkpoint");
  }

  @Test
  void anExportThatIsFinishedEndsAtOnceWithItsReport() throws Exception {
    Path file = directory.resolve("finished.parquet");
    ExportReport first = export(file).export();
    byte[] bytes = Files.readAllBytes(file);

    ExportReport second = export(file).export();

    assertThat(second).usingRecursiveComparison().ignoringFields("warnings").isEqualTo(first);
    assertThat(second.warnings())
        .containsExactly("It was finished before; the file is as it was written then");
    assertThat(file).hasBinaryContent(bytes);
    Files.delete(file);
    assertComplete(file, export(file).export());
  }

  @Test
  void aFinishedExportWhoseFileIsGoneReadsAllAnew() throws Exception {
    session.execute("CREATE TABLE grows (k int PRIMARY KEY)");
    Path file = directory.resolve("grows.parquet");
    ParquetExporter export = ParquetExporter.on(session).table("grows").resume().to(file);
    assertThat(export.export().rowsWritten()).isZero();
    Files.delete(file);
    for (int k = 0; k < 10; k++) {
      session.execute("INSERT INTO grows (k) VALUES (?)", k);
    }

    assertThat(export.export().rowsWritten()).isEqualTo(10);
    assertThat(CapturedFile.number("SELECT count(*) FROM '" + file + "'")).isEqualTo(10);
  }

  @Test
  void theWholeOfALimitCountsAcrossRuns() throws Exception {
    Path file = directory.resolve("limit.parquet");
    cancelInTheMiddle(export(file).limit(3_000));

    ExportReport report = export(file).limit(3_000).export();

    assertThat(report.rowsRead()).isEqualTo(3_000);
    assertThat(CapturedFile.number("SELECT count(DISTINCT k) FROM '" + file + "'"))
        .isEqualTo(3_000);
  }

  @Test
  void whatDiffersFromTheJobBeforeIsNamed() throws Exception {
    Path file = directory.resolve("differs.parquet");
    cancelInTheMiddle(export(file));

    assertDiffers(export(file).compression(Compression.ZSTD), "COMPRESSION differs");
    assertDiffers(
        export(file).where("even = ?", true), "the query, the values bound to the query differ");
    assertDiffers(export(file).columns("k"), "the columns, the query differ");

    session.execute("ALTER TABLE numbers ADD added int");
    assertDiffers(export(file), "the columns, the query differ");
    session.execute("ALTER TABLE numbers DROP added");
    assertComplete(file, export(file).export());
  }

  @Test
  void aTableThatWasMadeAnewIsAnother() throws Exception {
    Numbers.create(session, "anew", ROWS);
    Path file = directory.resolve("another.parquet");
    ParquetExporter export =
        ParquetExporter.on(session).table("anew").resume().rowGroupBytes(1_024).to(file);
    cancelInTheMiddle(export.pageRows(100));
    session.execute("DROP TABLE anew");
    Numbers.create(session, "anew", 10);

    assertDiffers(export.pageRows(100), "the table differs");
  }

  @Test
  void withoutResumeTheCheckpointIsBegunAnew() throws Exception {
    Path file = directory.resolve("anew.parquet");
    cancelInTheMiddle(export(file));

    ExportReport report =
        ParquetExporter.on(session).table("numbers").checkpoint(checkpoint(file)).to(file).export();

    assertThat(report.warnings()).noneMatch(w -> w.contains("run before"));
    assertComplete(file, report);
  }

  @Test
  void onlyOneJobAtATimeHasACheckpoint() throws Exception {
    Path file = directory.resolve("used.parquet");
    try (TransferHandle<ExportReport> running = export(file).rate(500).start()) {
      awaitRows(running);
      TransferException refused =
          catchThrowableOfType(TransferException.class, () -> export(file).export());
      assertThat(refused.code()).isEqualTo(ErrorCode.CHECKPOINT_UNUSABLE);
      assertThat(refused).hasMessageContaining("is in use by another job");
    }
  }

  @Test
  void aJournalLosesItsTornEndAndADamagedOneIsRefused() throws Exception {
    Path file = directory.resolve("torn.parquet");
    cancelInTheMiddle(export(file));
    Path journal = checkpoint(file).resolve("journal.jsonl");
    Files.writeString(journal, "{\"kind\":\"part\",\"fi", StandardOpenOption.APPEND);
    assertComplete(file, export(file).export());

    Files.writeString(journal, "not of ours\n{}\n", StandardOpenOption.APPEND);
    TransferException refused =
        catchThrowableOfType(TransferException.class, () -> export(file).export());
    assertThat(refused.code()).isEqualTo(ErrorCode.CHECKPOINT_UNUSABLE);
    assertThat(refused).hasMessageContaining("line").hasMessageContaining("is damaged");
  }

  @Test
  void aPartThatIsGoneIsReadAgain() throws Exception {
    Path file = directory.resolve("gone.parquet");
    cancelInTheMiddle(export(file));
    for (String name : CapturedFile.files(checkpoint(file))) {
      if (name.startsWith("part-")) {
        Files.delete(checkpoint(file).resolve(name));
        break;
      }
    }

    assertComplete(file, export(file).export());
  }

  @Test
  void aDirectoryOfTheUsersOwnIsLeftAlone() throws Exception {
    Path own = Files.createDirectory(directory.resolve("own"));
    Files.writeString(own.resolve("part-of-my-thesis.txt"), "words");

    TransferException refused =
        catchThrowableOfType(
            TransferException.class,
            () -> export(directory.resolve("x.parquet")).checkpoint(own).export());

    assertThat(refused.code()).isEqualTo(ErrorCode.CHECKPOINT_UNUSABLE);
    assertThat(own.resolve("part-of-my-thesis.txt")).hasContent("words");
  }

  @Test
  void nothingOfTheRowsIsInTheJournal() throws Exception {
    Path file = directory.resolve("secret.parquet");
    ParquetExporter.on(session)
        .table("numbers")
        .where("v = ?", "value 17")
        .resume()
        .to(file)
        .export();

    assertThat(Files.readString(checkpoint(file).resolve("journal.jsonl"), StandardCharsets.UTF_8))
        .contains("\"finished\"")
        .doesNotContain("value 17");
  }

  private ParquetExporter export(Path file) {
    return ParquetExporter.on(session)
        .table("numbers")
        .resume()
        .rowGroupBytes(1_024)
        .pageRows(100)
        .to(file);
  }

  private static void cancelInTheMiddle(ParquetExporter export) throws Exception {
    try (TransferHandle<ExportReport> running = export.rate(2_000).start()) {
      while (running.progress().rows() < ROWS / 2) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private static void awaitRows(TransferHandle<ExportReport> running) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (running.progress().rows() == 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static void assertDiffers(ParquetExporter export, String what) {
    TransferException refused =
        catchThrowableOfType(TransferException.class, () -> export.export());
    assertThat(refused.code()).isEqualTo(ErrorCode.CHECKPOINT_DIFFERS);
    assertThat(refused).hasMessageContaining(what);
  }

  private static void assertComplete(Path file, ExportReport report) throws SQLException {
    assertThat(report.rowsRead()).isEqualTo(ROWS);
    assertThat(report.rowsWritten()).isEqualTo(ROWS);
    assertThat(CapturedFile.number("SELECT count(*) FROM '" + file + "'")).isEqualTo(ROWS);
    assertThat(CapturedFile.number("SELECT count(DISTINCT k) FROM '" + file + "'")).isEqualTo(ROWS);
    assertThat(CapturedFile.number("SELECT sum(k) FROM '" + file + "'"))
        .isEqualTo((long) ROWS * (ROWS - 1) / 2);
  }

  private static Path checkpoint(Path file) throws IOException {
    return file.resolveSibling("." + file.getFileName() + ".checkpoint");
  }
}
