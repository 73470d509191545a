package io.cqlai.parquet.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.Verifier;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.capture.CapturedFile;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.it.table.Texts;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.report.Difference;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.VerifyReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Exports to directories of several files, and imports of such. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class DirectoryTest {

  private static final int NUMBERS = 4_000;
  private static final int TEXTS = 6_000;
  private static final int TEXT_CHARACTERS = 1_000;
  private static final long MOST_BYTES = 1 << 20;

  private CqlSession session;
  @TempDir private Path directory;

  @BeforeAll
  void makeTables(TestKeyspace keyspace) {
    session = keyspace.session();
    Numbers.create(session, "numbers", NUMBERS);
    Texts.create(session, "texts", TEXTS, TEXT_CHARACTERS);
  }

  @Test
  void filesAreFullAtTheirSizeAndTheManifestKnowsThem() throws Exception {
    Path target = directory.resolve("texts");

    ExportReport report = texts(target).export();

    assertThat(report.rowsWritten()).isEqualTo(TEXTS);
    List<String> names = data(target);
    assertThat(report.files())
        .containsExactlyElementsOf(names.stream().map(n -> target.resolve(n).toString()).toList());
    assertThat(names).hasSizeGreaterThan(4).first().isEqualTo("part-00000.parquet");
    long full = 0;
    for (String name : names) {
      long size = Files.size(target.resolve(name));
      assertThat(size).isLessThanOrEqualTo(MOST_BYTES * 12 / 10);
      full += size >= MOST_BYTES * 8 / 10 ? 1 : 0;
    }
    assertThat(full).isGreaterThanOrEqualTo(names.size() - 2); // the last of each thread
    assertRowsOf(target, TEXTS);
    assertThat(target.resolve("_SUCCESS")).isEmptyFile();
    assertManifest(target, report, names);
    assertThat(CapturedFile.files(directory)).containsExactly("texts");
  }

  private static void assertManifest(Path target, ExportReport report, List<String> names)
      throws Exception {
    JsonNode manifest = new ObjectMapper().readTree(target.resolve("_manifest.json").toFile());
    assertThat(manifest.path("version").asInt()).isEqualTo(1);
    assertThat(manifest.path("rowsWritten").asLong()).isEqualTo(report.rowsWritten());
    assertThat(manifest.path("bytes").asLong()).isEqualTo(report.bytes());
    assertThat(manifest.path("digest").path("digest").asText())
        .isEqualTo(report.digest().orElseThrow());
    assertThat(manifest.path("columns").findValuesAsText("name")).containsExactly("k", "v");
    assertThat(manifest.path("files").findValuesAsText("name")).isEqualTo(names);
    long rows = 0;
    for (JsonNode file : manifest.path("files")) {
      byte[] bytes = Files.readAllBytes(target.resolve(file.path("name").asText()));
      CRC32C sum = new CRC32C();
      sum.update(bytes);
      assertThat(file.path("bytes").asLong()).isEqualTo(bytes.length);
      assertThat(file.path("crc32c").asText())
          .isEqualTo(HexFormat.of().toHexDigits((int) sum.getValue()));
      rows += file.path("rows").asLong();
    }
    assertThat(rows).isEqualTo(report.rowsWritten());
  }

  @Test
  void anImportReadsAllFilesOfTheDirectory() throws Exception {
    Path target = directory.resolve("again");
    ExportReport exported = texts(target).export();
    session.execute("CREATE TABLE texts_back (k int PRIMARY KEY, v text)");

    ImportReport report = ParquetImporter.on(session).table("texts_back").from(target).load();

    assertThat(report.rowsWritten()).isEqualTo(TEXTS);
    assertThat(report.files()).isEqualTo(exported.files());
    Path back = directory.resolve("back");
    assertThat(ParquetExporter.on(session).table("texts_back").toDirectory(back).export().digest())
        .isEqualTo(exported.digest());
  }

  @Test
  void theSpecificationsStatementsTakeDirectories() throws Exception {
    StatementRunner runner = StatementRunner.on(session).build();
    String target = directory.resolve("statement") + "/";

    runner.run("COPY numbers TO '" + target + "' WITH FORMAT='CSV' AND MAX_FILE_SIZE='2MiB'");

    assertThat(data(Path.of(target))).containsExactly("part-00000.csv");
    session.execute("CREATE TABLE numbers_back (k int PRIMARY KEY, even boolean, v text)");
    runner.run("COPY numbers_back FROM '" + target + "'");
    assertThat(session.execute("SELECT count(*) FROM numbers_back").one().getLong(0))
        .isEqualTo(NUMBERS);
  }

  @Test
  void aTableWithoutRowsIsOneFileWithItsColumns() throws Exception {
    session.execute("CREATE TABLE nothing (k int PRIMARY KEY, v text)");
    Path target = directory.resolve("nothing");

    ExportReport report = ParquetExporter.on(session).table("nothing").toDirectory(target).export();

    assertThat(report.rowsWritten()).isZero();
    assertThat(data(target)).containsExactly("part-00000.parquet");
    assertRowsOf(target, 0);
  }

  @Test
  void whatStandsThereIsReplacedOnlyWhenItIsAnEarlierExport() throws Exception {
    Path target = Files.createDirectory(directory.resolve("taken")); // empty ones may be filled
    numbers(target).export();
    refused(numbers(target), ErrorCode.TARGET_EXISTS, "is not empty", "IF_EXISTS='REPLACE'");

    texts(target).ifExists(IfExists.REPLACE).export();
    assertRowsOf(target, TEXTS);
    numbers(target).ifExists(IfExists.REPLACE).export();
    assertRowsOf(target, NUMBERS);
    assertThat(data(target)).hasSizeLessThan(3); // nothing of the larger one has stayed
    assertThat(CapturedFile.files(directory)).containsExactly("taken");

    Files.writeString(target.resolve("thesis.txt"), "words");
    refused(
        numbers(target).ifExists(IfExists.REPLACE),
        ErrorCode.TARGET_EXISTS,
        "holds thesis.txt, which is not of the export",
        "take the file away");
    assertThat(target.resolve("thesis.txt")).hasContent("words");
    assertRowsOf(target, NUMBERS);
  }

  @Test
  void anExportThatIsCancelledLeavesNothing() throws Exception {
    Path target = directory.resolve("cancelled");
    cancelInTheMiddle(numbers(target));
    assertThat(CapturedFile.files(directory)).isEmpty();
  }

  @Test
  void anExportWithACheckpointGoesOnAndEndsAtOnceWhenItIsDone() throws Exception {
    Path target = directory.resolve("resumed");
    ParquetExporter export = texts(target).resume().pageRows(100);
    cancelInTheMiddle(export);
    assertThat(target).doesNotExist();

    ExportReport report = export.export();

    assertThat(report.warnings()).anyMatch(w -> w.contains("were there from a run before"));
    assertRowsOf(target, TEXTS);
    assertThat(data(target)).hasSizeGreaterThan(4);
    assertManifest(target, report, data(target));
    assertThat(export.export().warnings())
        .containsExactly("It was finished before; the file is as it was written then");
    Path journal = directory.resolve(".resumed.checkpoint/journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    assertThat(lines.get(lines.size() - 1)).contains("\"finished\"");
    Files.write(journal, lines.subList(0, lines.size() - 1)); // killed just before it was noted
    assertThat(export.export().rowsWritten()).isEqualTo(TEXTS);
    Files.delete(target.resolve("part-00001.parquet"));
    refused(export, ErrorCode.TARGET_EXISTS, "is not empty", "IF_EXISTS");
    export.ifExists(IfExists.REPLACE).export();
    assertRowsOf(target, TEXTS);
  }

  @Test
  void aDirectoryThatIsNotAsItWasExportedIsNotImported() throws Exception {
    Path target = directory.resolve("broken");
    texts(target).export();
    Path part = target.resolve("part-00001.parquet");
    byte[] bytes = Files.readAllBytes(part);

    Files.copy(part, target.resolve("more.parquet"));
    notRead(target, "holds more.parquet, of which its manifest does not know");
    Files.delete(target.resolve("more.parquet"));
    Files.write(part, new byte[] {1});
    notRead(target, "part-00001.parquet has 1 bytes");
    Files.delete(part);
    notRead(target, "part-00001.parquet of its manifest is missing");
    Files.write(part, bytes);
    Files.delete(target.resolve("_SUCCESS"));
    notRead(target, "no _SUCCESS");
    Path manifest = target.resolve("_manifest.json");
    String known = Files.readString(manifest);
    Files.writeString(target.resolve("_SUCCESS"), "");
    String fewer = known.replaceFirst("(?s)\\{\\s*\"name\" : \"part-00000.parquet\".*?\\}, ", "");
    assertThat(fewer).isNotEqualTo(known);
    Files.writeString(manifest, fewer);
    Files.delete(target.resolve("part-00000.parquet"));
    assertThat(Verifier.on(session).file(target).verify().counts())
        .containsOnlyKeys(DifferenceKind.NOT_AS_EXPORTED);
    Files.writeString(manifest, "{\"version\": 1, \"files\": [{\"name\": \"../x\"}]}");
    notRead(target, "It is not a manifest");
    Files.delete(manifest);
    Files.createSymbolicLink(manifest, Files.writeString(directory.resolve("x"), known));
    notRead(target, "It is not a manifest");
  }

  @Test
  void aDirectoryIsVerifiedByItsManifestAndAgainstItsTable() throws Exception {
    Path target = directory.resolve("verified");
    ExportReport exported = texts(target).export();

    VerifyReport alone = Verifier.on(session).file(target).verify();
    assertThat(alone.differences()).isEmpty();
    int files = data(target).size();
    assertThat(alone.checked())
        .contains("Each byte, by the manifest of the directory")
        .anyMatch(sentence -> sentence.contains("files: " + files));
    assertThat(alone.digest()).isEqualTo(exported.digest());
    assertThat(alone.fileRows()).isEqualTo(TEXTS);
    VerifyReport against = Verifier.on(session).file(target).against("texts").verify();
    assertThat(against.differences()).isEmpty();
    assertThat(against.tableRows()).hasValue(TEXTS);

    Path changed = directory.resolve("changed");
    Numbers.create(session, "changed", NUMBERS);
    ParquetExporter.on(session).table("changed").toDirectory(changed).format(Format.CSV).export();
    assertThat(Verifier.on(session).file(changed).verify().differences()).isEmpty();
    session.execute("UPDATE changed SET v = 'other' WHERE k = 17");
    assertThat(Verifier.on(session).file(changed).against("changed").verify().differences())
        .containsExactly(new Difference(DifferenceKind.OTHER_VALUES, "k = 17", List.of("v")));
    Path csv = changed.resolve("part-00000.csv");
    Files.writeString(csv, Files.readString(csv).replace("value 18\n", "value 81\n"));
    assertThat(Verifier.on(session).file(changed).verify().counts())
        .containsOnly(Map.entry(DifferenceKind.OTHER_BYTES, 1L));
  }

  @Test
  void aDirectoryOfAnotherToolIsReadWithoutAManifest() throws Exception {
    Path target = Files.createDirectory(directory.resolve("foreign"));
    for (int i = 0; i < 3; i++) {
      CapturedFile.run(
          "COPY (SELECT (range * 3 + "
              + i
              + ")::INTEGER AS k, 'v' AS v FROM range(100)) TO '"
              + target.resolve("data_" + i + ".parquet")
              + "' (FORMAT PARQUET)");
    }
    Files.writeString(target.resolve(".data_0.parquet.crc"), "hidden");
    Files.writeString(target.resolve("_metadata"), "hidden");
    session.execute("CREATE TABLE foreign_rows (k int PRIMARY KEY, v text)");

    ImportReport report = ParquetImporter.on(session).table("foreign_rows").from(target).load();

    assertThat(report.rowsWritten()).isEqualTo(300);
    Files.createDirectory(target.resolve("year=2026"));
    TransferException refused =
        catchThrowableOfType(
            TransferException.class,
            () -> ParquetImporter.on(session).table("foreign_rows").from(target).load());
    assertThat(refused).hasMessageContaining("holds the directory year=2026");
  }

  @Test
  void whatDoesNotGoWithADirectoryIsRefused() {
    Path target = directory.resolve("refused");
    refused(
        numbers(target).errorFile(target.resolve("errors.parquet")),
        ErrorCode.TARGET_UNUSABLE,
        "there is no directory",
        "Create");
    refused(
        texts(target).rowGroupBytes(2 * MOST_BYTES),
        ErrorCode.BAD_OPTION,
        "ROWGROUP_BYTES is 2097152",
        "MAX_FILE_SIZE larger");
    refused(
        numbers(target).to(directory.resolve("x.parquet")).maxFileSize(MOST_BYTES),
        ErrorCode.BAD_OPTION,
        "MAX_FILE_SIZE is for the files of a directory",
        "a slash at its end");
    refused(
        numbers(directory).access(Access.under(directory)).ifExists(IfExists.REPLACE),
        ErrorCode.ACCESS_DENIED,
        "lies outside",
        "below that directory");
    assertThat(directory).isEmptyDirectory();
  }

  private ParquetExporter numbers(Path target) {
    return ParquetExporter.on(session).table("numbers").format(Format.PARQUET).toDirectory(target);
  }

  private ParquetExporter texts(Path target) {
    return ParquetExporter.on(session)
        .table("texts")
        .toDirectory(target)
        .maxFileSize(MOST_BYTES)
        .writers(2);
  }

  private static void cancelInTheMiddle(ParquetExporter export) throws Exception {
    try (TransferHandle<ExportReport> running = export.rate(2_000).start()) {
      while (running.progress().rows() < NUMBERS / 2) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  private static void refused(
      ParquetExporter export, ErrorCode code, String message, String remedy) {
    TransferException refused =
        catchThrowableOfType(TransferException.class, () -> export.export());
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused).hasMessageContaining(message).hasMessageContaining(remedy);
  }

  private void notRead(Path target, String why) {
    TransferException refused =
        catchThrowableOfType(
            TransferException.class,
            () -> ParquetImporter.on(session).table("texts").from(target).load());
    assertThat(refused.code()).isEqualTo(ErrorCode.CORRUPT_FILE);
    assertThat(refused).hasMessageContaining(why);
  }

  private static List<String> data(Path target) throws Exception {
    return CapturedFile.files(target).stream().filter(name -> !name.startsWith("_")).toList();
  }

  private static void assertRowsOf(Path target, long rows) throws Exception {
    String files = "'" + target + "/*.parquet'";
    assertThat(CapturedFile.number("SELECT count(*) FROM " + files)).isEqualTo(rows);
    assertThat(CapturedFile.number("SELECT count(DISTINCT k) FROM " + files)).isEqualTo(rows);
  }
}
