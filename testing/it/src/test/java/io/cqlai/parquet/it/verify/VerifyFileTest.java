package io.cqlai.parquet.it.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.Verifier;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.parquet.read.JoinedFile;
import io.cqlai.parquet.internal.parquet.read.PageWalk;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.VerifyReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Files alone: by their checksums, and by the digest of their rows. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class VerifyFileTest {

  private static final int ROWS = 3_000;
  private static final ParquetWriteSettings SETTINGS =
      new ParquetWriteSettings(Compression.SNAPPY, null, 1 << 20, Long.MAX_VALUE);

  private CqlSession session;
  private Path whole;
  private String digest;
  @TempDir private static Path folder;

  @BeforeAll
  void export(TestKeyspace keyspace) {
    session = keyspace.session();
    Numbers.create(session, "numbers", ROWS);
    whole = folder.resolve("whole.parquet");
    digest = numbers().to(whole).export().digest().orElseThrow();
  }

  private ParquetExporter numbers() {
    return ParquetExporter.on(session).table("numbers");
  }

  private VerifyReport verify(Path file) {
    return Verifier.on(session).file(file).verify();
  }

  @Test
  void anExportIsAsItWasWritten() {
    VerifyReport report = verify(whole);
    assertThat(report.isEqual()).isTrue();
    assertThat(report.fileRows()).isEqualTo(ROWS);
    assertThat(report.digest()).contains(digest);
    assertThat(report.checked()).hasSize(3);
    assertThat(report.warnings()).isEmpty();
    assertThat(report.toJson()).contains("\"equal\" : true").contains(digest);
  }

  @Test
  void theDigestDependsOnTheRowsAlone() {
    Path other = folder.resolve("other.parquet");
    ExportReport several =
        numbers()
            .columns("v", "even", "k")
            .writers(3)
            .concurrency(7)
            .pageRows(50)
            .chunkRows(200)
            .compression(Compression.ZSTD)
            .to(other)
            .export();
    assertThat(several.digest()).contains(digest);
    assertThat(verify(other).isEqual()).isTrue();
    assertThat(numbers().writers(1).concurrency(1).to(other).export().digest()).contains(digest);
    assertThat(numbers().limit(ROWS - 1).to(other).export().digest())
        .isPresent()
        .isNotEqualTo(several.digest());
    assertThat(verify(other).isEqual()).isTrue();
  }

  @Test
  void anExportThatWentOnHasTheSameDigest() throws Exception {
    Path file = folder.resolve("resumed.parquet");
    ParquetExporter export = numbers().resume().rowGroupBytes(1_024).pageRows(100).to(file);
    try (TransferHandle<ExportReport> running = export.rate(2_000).start()) {
      while (running.progress().rows() < ROWS / 2) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
    ExportReport report = export.export();
    assertThat(report.warnings()).anyMatch(w -> w.contains("were there from a run before"));
    assertThat(report.digest()).contains(digest);
    assertThat(verify(file).isEqual()).isTrue();
    assertThat(export.export().digest()).as("finished before").contains(digest);
  }

  @Test
  void aFlippedByteIsFoundWhereverItIs() throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    Path damaged = folder.resolve("damaged.parquet");
    Random random = new Random(4);
    for (int i = 0; i < 100; i++) {
      byte[] copy = bytes.clone();
      // half of them in the pages, half of them in the indexes and the footer
      int at = i % 2 == 0 ? random.nextInt(copy.length) : copy.length - 1 - random.nextInt(6_000);
      copy[at] = (byte) (copy[at] ^ 1 << random.nextInt(8));
      Files.write(damaged, copy);
      assertThat(finds(damaged)).as("byte %s of %s", at, copy.length).isTrue();
    }
  }

  private boolean finds(Path damaged) {
    try {
      return !verify(damaged).isEqual();
    } catch (TransferException e) {
      assertThat(e.code()).isNotEqualTo(ErrorCode.INTERNAL);
      assertThat(e).hasMessageContaining("damaged.parquet");
      return true;
    }
  }

  @Test
  void aRowThatIsMissingOrOtherIsFound() throws IOException {
    Path less = folder.resolve("less.parquet");
    numbers().limit(ROWS - 1).to(less).export();
    Path claims = folder.resolve("claims.parquet");
    ParquetSource rows = ParquetSource.open(new LocalInputFile(less), "less");
    ParquetSource all = ParquetSource.open(new LocalInputFile(whole), "whole");
    try (JoinedFile file =
        JoinedFile.open(new LocalOutputFile(claims), rows, SETTINGS, all.metadata())) {
      file.add(rows);
      file.finish();
    }

    VerifyReport report = verify(claims);

    assertThat(report.isEqual()).isFalse();
    assertThat(report.count(DifferenceKind.NOT_AS_EXPORTED)).isEqualTo(1);
    assertThat(report.differences().get(0).where())
        .startsWith("token range (")
        .contains("rows were exported, the file has");
  }

  @Test
  void aQueryWithoutItsKeyHasADigestToo() {
    Path file = folder.resolve("query.parquet");
    ExportReport exported =
        ParquetExporter.on(session).query("SELECT v, even FROM numbers").to(file).export();
    VerifyReport report = verify(file);
    assertThat(report.isEqual()).isTrue();
    assertThat(report.digest()).isPresent().isEqualTo(exported.digest());
    TransferException refused =
        catchThrowableOfType(
            TransferException.class,
            () ->
                Verifier.on(session)
                    .file(file)
                    .against(null, CqlIdentifier.fromCql("numbers"))
                    .verify());
    assertThat(refused.code()).isEqualTo(ErrorCode.NO_SUCH_COLUMN);
  }

  @Test
  void aFileToWhichRowsWereAddedCarriesNoDigest() {
    Path file = folder.resolve("captured.parquet");
    ParquetExporter.on(session).query("SELECT * FROM numbers").to(file).export();
    assertThat(verify(file).digest()).isPresent();
    try (CaptureSession capture = CaptureSession.on(session).append().to(file).open()) {
      capture.query("SELECT * FROM numbers LIMIT 5");
    }
    VerifyReport report = verify(file);
    assertThat(report.isEqual()).isTrue();
    assertThat(report.digest()).isEmpty();
    assertThat(report.fileRows()).isEqualTo(ROWS + 5);
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("carries no digest"));
  }

  @Test
  void aChecksumWhoseKeyIsDestroyedIsMissed() throws Exception {
    Path captured = folder.resolve("several.parquet");
    try (CaptureSession capture = CaptureSession.on(session).to(captured).open()) {
      capture.query("SELECT * FROM numbers LIMIT 5");
      capture.query("SELECT * FROM numbers LIMIT 6");
    }
    assertThat(verify(captured).digest()).isEmpty();
    assertEachByteOfTheKeyCounts(captured);
    assertEachByteOfTheKeyCounts(rejectsOfAForeignFile());
  }

  private Path rejectsOfAForeignFile() throws SQLException {
    session.execute("CREATE TABLE small_numbers (k int PRIMARY KEY, n tinyint)");
    Path foreign = folder.resolve("foreign.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT i::INT AS k, (i * 100)::INT AS n FROM range(5) r(i)) TO '"
              + foreign
              + "' (FORMAT parquet)");
    }
    Path rejects = folder.resolve("rejects.parquet");
    ParquetImporter.on(session)
        .table("small_numbers")
        .from(foreign)
        .maxErrors(5)
        .errorFile(rejects)
        .load();
    assertThat(verify(foreign).isEqual()).as("another program writes no checksum").isTrue();
    return rejects;
  }

  private void assertEachByteOfTheKeyCounts(Path file) throws IOException {
    assertThat(verify(file).isEqual()).isTrue();
    byte[] bytes = Files.readAllBytes(file);
    String key = "cqlai.checksum";
    int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(key);
    Path damaged = folder.resolve("damaged.parquet");
    for (int i = 0; i < key.length(); i++) {
      byte[] copy = bytes.clone();
      copy[at + i] ^= 1;
      Files.write(damaged, copy);
      assertThat(verify(damaged).counts())
          .as("character %s", i)
          .isEqualTo(Map.of(DifferenceKind.OTHER_BYTES, 1L));
    }
  }

  @Test
  void aDigestOfALaterVersionIsToldOfAndTheRestIsVerified() throws IOException {
    Path later = folder.resolve("later.parquet");
    ParquetSource rows = ParquetSource.open(new LocalInputFile(whole), "whole");
    Map<String, String> metadata = new HashMap<>(rows.metadata());
    metadata.put("cqlai.digest", "{\"version\":2,\"of\":\"another form\"}");
    try (JoinedFile file = JoinedFile.open(new LocalOutputFile(later), rows, SETTINGS, metadata)) {
      file.add(rows);
      file.finish();
    }

    VerifyReport report = Verifier.on(session).file(later).against("numbers").verify();

    assertThat(report.isEqual()).as(report.toJson()).isTrue();
    assertThat(report.digest()).isEmpty();
    assertThat(report.checked()).hasSize(3).noneMatch(what -> what.startsWith("The digest"));
    assertThat(report.warnings()).hasSize(1).first().asString().contains("of version 2");
  }

  @Test
  void aTypeWithTheFieldsOfAnExactDecimalIsNone() {
    session.execute("CREATE TYPE odd (unscaled blob, scale int)");
    session.execute("CREATE TABLE odds (k int PRIMARY KEY, t tuple<decimal, frozen<odd>>)");
    session.execute("INSERT INTO odds (k, t) VALUES (1, (1.5, {unscaled: 0x0f, scale: 1}))");
    Path file = folder.resolve("odds.parquet");
    ParquetExporter.on(session)
        .table("odds")
        .types(Map.of("t", "DECIMAL(9,2)")) // which keeps 1.5 as 1.50
        .to(file)
        .export();
    VerifyReport report = Verifier.on(session).file(file).against("odds").verify();
    assertThat(report.isEqual()).as(report.toJson()).isTrue();
  }

  @Test
  void aWalkThroughPagesEndsWithinARowGroup() {
    ParquetSource file = ParquetSource.open(new LocalInputFile(whole), "whole");
    assertThat(file.rowGroups()).isEqualTo(1);
    AtomicInteger steps = new AtomicInteger();
    TransferException end = TransferException.of(ErrorCode.CANCELLED, "It was cancelled", "");
    Throwable thrown =
        catchThrowable(
            () ->
                PageWalk.through(
                    file,
                    0,
                    () -> {
                      if (steps.incrementAndGet() == 10) {
                        throw end;
                      }
                    }));
    assertThat(thrown).isInstanceOf(TransferException.class).hasMessageContaining("was cancelled");
    assertThat(steps).hasValue(10);
  }

  @Test
  void textCarriesNothingToCheck() {
    Path file = folder.resolve("numbers.csv");
    numbers().to(file).export();
    TransferException refused = catchThrowableOfType(TransferException.class, () -> verify(file));
    assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(refused).hasMessageContaining("AGAINST");
  }
}
