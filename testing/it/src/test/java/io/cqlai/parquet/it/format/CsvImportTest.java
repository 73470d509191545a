package io.cqlai.parquet.it.format;

import static io.cqlai.parquet.it.format.ImportedUsers.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.readers.ColumnOfFile;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of CSV, good and bad. */
@CassandraTest
class CsvImportTest {

  private final TestKeyspace keyspace;
  @TempDir private Path directory;
  private ImportedUsers users;

  CsvImportTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
  }

  @BeforeEach
  void table() {
    users = ImportedUsers.in(keyspace);
  }

  private Path file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(directory.resolve("users.csv"), text.getBytes(charset));
  }

  private ParquetImporter importer() {
    return users.importer();
  }

  @Test
  void nullAndEmptyTextAreToldApart() throws IOException {
    ImportReport report =
        importer().from(file("name,id,age\n,1,\n\"\",2,3\n\n\"\",3,\"\"\n")).load();

    assertThat(report.rowsWritten()).isEqualTo(3);
    assertThat(users.stored()).containsExactly("1 null null", "2 3 ", "3 null ");
  }

  @Test
  void aFileWithoutHeaderHasTheTablesOrderOrThatOfTheList() throws IOException {
    importer().header(false).from(file("1,30,Ann\n")).load();
    importer().header(false).columns("name", "id").from(file("Bob,2\n")).load();

    assertThat(users.stored()).containsExactly("1 30 Ann", "2 null Bob");
  }

  @Test
  void whatDividesAndQuotesAndStandsForNullCanBeChosen() throws IOException {
    Path file = directory.resolve("chosen.csv");
    keyspace.execute("INSERT INTO users (id, name) VALUES (1, 'a|b ~c~')");
    keyspace.execute("INSERT INTO users (id, age, name) VALUES (2, 0, '-')");
    ParquetExporter.on(keyspace.session())
        .table("users")
        .delimiter('|')
        .quote('~')
        .nullText("-")
        .encoding(StandardCharsets.UTF_16LE)
        .to(file)
        .export();
    assertThat(Files.readString(file, StandardCharsets.UTF_16LE))
        .contains("id|age|name\n", "1|-|~a|b ~~c~~~\n", "2|0|~-~\n");

    users.clear();
    importer()
        .delimiter('|')
        .quote('~')
        .nullText("-")
        .encoding(StandardCharsets.UTF_16LE)
        .from(file)
        .load();

    assertThat(users.stored()).containsExactly("1 null a|b ~c~", "2 0 -");
  }

  @Test
  void anImportThatSkipsRowsIsCancelled() throws InterruptedException {
    EndlessChannel channel = new EndlessChannel("1,2,a\n");
    TransferHandle<ImportReport> handle =
        importer()
            .format(Format.CSV)
            .header(false)
            .skipRows(1_000_000_000_000L)
            .from(channel)
            .start();
    assertThat(channel.isRead()).isTrue();

    handle.cancel();

    TransferException cancelled = catchThrowableOfType(TransferException.class, handle::await);
    assertThat(cancelled.code()).isEqualTo(ErrorCode.CANCELLED);
  }

  @Test
  void rowsAreSkippedAndCountedOverFiles() throws IOException {
    Path first = Files.writeString(directory.resolve("a.csv"), "id,name\n1,a\n2,b\n");
    Path second = Files.writeString(directory.resolve("b.csv"), "id,name\n3,c\n4,d\n5,e\n");

    ImportReport report = importer().skipRows(1).maxRows(3).from(first, second).load();

    assertThat(users.stored()).containsExactly("2 null b", "3 null c", "4 null d");
    assertThat(report.rowsRead()).isEqualTo(4);
    assertThat(report.rowsSkipped()).isEqualTo(1);
  }

  @Test
  void aHeaderWithoutAnyNameThatIsWantedIsTakenForARow() throws IOException {
    TransferException listed = refused(importer().columns("id", "name").from(file("1,Ann\n2,B\n")));
    TransferException whole = refused(importer().from(file("1,30,Ann\n")));

    assertThat(listed.code()).isEqualTo(ErrorCode.NO_SUCH_COLUMN);
    assertThat(listed).hasMessageContainingAll("users.csv", "id, name", "HEADER=false");
    assertThat(whole).hasMessageContainingAll("\"30\"", "id, age, name", "HEADER=false");

    importer().header(false).columns("id", "name").from(file("1,Ann\n2,B\n")).load();
    assertThat(users.stored()).containsExactly("1 null Ann", "2 null B");
  }

  @Test
  void whatIsACommentElsewhereIsTextHere() throws IOException {
    Path file = directory.resolve("hash.csv");
    keyspace.execute("INSERT INTO users (id, name) VALUES (1, '#N/A')");
    keyspace.execute("INSERT INTO users (id, name) VALUES (2, '#')");
    keyspace.execute("INSERT INTO users (id, name) VALUES (3, null)");
    ParquetExporter exporter =
        ParquetExporter.on(keyspace.session()).table("users").columns("name", "id");
    exporter.nullText("#N/A").to(file).export();
    assertThat(Files.readAllLines(file)).contains("\"#N/A\",1", "#,2", "#N/A,3");
    users.clear();
    importer().nullText("#N/A").from(file).load();
    assertThat(users.stored()).containsExactly("1 null #N/A", "2 null #", "3 null null");

    Path divided = directory.resolve("divided.csv");
    exporter.delimiter('#').to(divided).export();
    Path quoted = directory.resolve("quoted.csv");
    exporter.quote('#').to(quoted).export();
    users.clear();
    importer().delimiter('#').from(divided).load();
    assertThat(users.stored()).containsExactly("1 null #N/A", "2 null #", "3 null null");
    users.clear();
    importer().quote('#').from(quoted).load();
    assertThat(users.stored()).containsExactly("1 null #N/A", "2 null #", "3 null null");
  }

  @Test
  void aTextThatBeginsAsAByteOrderMarkIsKept() throws IOException {
    Path file = directory.resolve("mark.csv");
    keyspace.execute("INSERT INTO users (id, name) VALUES (1, '\uFEFFa')");
    ParquetExporter.on(keyspace.session())
        .table("users")
        .columns("name", "id")
        .header(false)
        .to(file)
        .export();
    users.clear();

    importer().header(false).columns("name", "id").from(file).load();

    assertThat(users.stored()).containsExactly("1 null \uFEFFa");
    importer().columns("id").from(file("\uFEFFid\n2\n")).load();
    assertThat(users.stored()).contains("2 null null");
  }

  @Test
  void longTextsComeBackInEachEncoding() throws IOException {
    String text = "x" + "\uD83D\uDE00".repeat(30_000) + "\"";
    keyspace
        .session()
        .execute("INSERT INTO " + keyspace.name() + ".users (id, name) VALUES (1, ?)", text);
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
      Path file = directory.resolve(charset.name());
      ParquetExporter exporter = ParquetExporter.on(keyspace.session()).table("users");
      exporter.format(Format.CSV).encoding(charset).to(file).export();
      users.clear();
      importer().format(Format.CSV).encoding(charset).from(file).load();
      assertThat(users.stored()).containsExactly("1 null " + text);
    }
  }

  @Test
  void aBlankLineIsNoTextOfTheLineBefore() throws IOException {
    keyspace.execute("CREATE TABLE words (word text PRIMARY KEY)");

    ImportReport report =
        ParquetImporter.on(keyspace.session())
            .table("words")
            .maxErrors(-1)
            .errorFile(directory.resolve("errors.csv"))
            .from(file("word\na\n\"b\"\n\n"))
            .load();

    assertThat(report.rowsWritten()).isEqualTo(2);
    assertThat(Files.readString(directory.resolve("errors.csv")))
        .endsWith(",4,column word: a partition key cannot be null,\n");
  }

  @Test
  void theFirstRejectEndsTheImportWithFileAndLine() throws IOException {
    TransferException failure = refused(importer().from(file("id,age\n1,1\n2,x\n")));

    assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_ERRORS);
    assertThat(failure).hasMessageContainingAll("users.csv", "line 3: 'x' is not an integer");
  }

  @Test
  void brokenFilesEndInErrorsThatNameFileAndLine() throws IOException {
    TransferException open = refused(importer().from(file("id,name\n1,a\n2,\"b\n3,c\n")));
    assertThat(open.code()).isEqualTo(ErrorCode.CORRUPT_FILE);
    assertThat(open).hasMessageContainingAll("users.csv", "line 3");

    TransferException behind = refused(importer().from(file("id,name\n1,\"a\"b\n")));
    assertThat(behind.code()).isEqualTo(ErrorCode.CORRUPT_FILE);
    assertThat(behind).hasMessageContaining("line 2");

    Path latin = file("id,name\n1,\u00fc\n2,a\n", StandardCharsets.ISO_8859_1);
    TransferException bytes = refused(importer().from(latin));
    assertThat(bytes.code()).isEqualTo(ErrorCode.CORRUPT_FILE);
    assertThat(bytes).hasMessageContainingAll("line 2", "no UTF-8");
    importer().encoding(StandardCharsets.ISO_8859_1).from(latin).load();
    assertThat(users.stored()).contains("1 null \u00fc");

    TransferException empty = refused(importer().from(file("")));
    assertThat(empty.code()).isEqualTo(ErrorCode.UNSUPPORTED_FILE);

    TransferException long1 =
        refused(importer().from(file("id,name\n1," + "x".repeat(70_000_000) + "\n")));
    assertThat(long1.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
    assertThat(long1).hasMessageContainingAll("users.csv", "line 2");
    String many = (",\"" + "y".repeat(9_000_000) + "\"").repeat(8);
    TransferException inAll = refused(importer().from(file("id,name\n1,a\n1" + many + "\n")));
    assertThat(inAll.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
    assertThat(inAll).hasMessageContainingAll("users.csv", "line 3");
  }

  @Test
  void optionsOfOtherFormatsAreRefused() throws IOException {
    Path file = file("id\n1\n");
    assertThat(refused(importer().convert(Conversion.SAFE).from(file)))
        .hasMessageContaining("CONVERT does not apply to CSV");
    assertThat(refused(importer().escape('\\').from(file)))
        .hasMessageContaining("quote within quotes twice");
    assertThat(refused(importer().quote(',').from(file))).hasMessageContaining("are the same");
    ParquetImporter latin = importer().encoding(StandardCharsets.ISO_8859_1);
    assertThat(refused(latin.delimiter('\u2502').from(file)))
        .hasMessageContaining("DELIMITER cannot be written in ISO-8859-1");
    assertThat(refused(latin.quote('\u201D').from(file)))
        .hasMessageContaining("QUOTE cannot be written in ISO-8859-1");
    assertThat(refused(latin.nullText("\u2205").from(file)))
        .hasMessageContaining("NULL cannot be written in ISO-8859-1");
    assertThat(refused(importer().nullText("\uFEFF").from(file)))
        .hasMessageContaining("NULL holds a byte order mark");
    ParquetExporter exporter = ParquetExporter.on(keyspace.session()).table("users");
    assertThat(
            catchThrowableOfType(
                TransferException.class,
                () -> exporter.compression(Compression.ZSTD).to(file).export()))
        .hasMessageContaining("COMPRESSION does not apply to CSV");
    assertThat(
            catchThrowableOfType(
                TransferException.class,
                () ->
                    exporter
                        .header(false)
                        .format(Format.PARQUET)
                        .to(directory.resolve("x"))
                        .export()))
        .hasMessageContaining("HEADER does not apply to PARQUET");
  }

  @Test
  void whatAnEncodingLacksIsRejected() throws IOException {
    Path file = directory.resolve("latin.csv");
    Path errors = directory.resolve("latin-errors.parquet");
    keyspace.execute("INSERT INTO users (id, name) VALUES (1, '東京')");
    keyspace.execute("INSERT INTO users (id, name) VALUES (2, 'Köln')");

    ParquetExporter.on(keyspace.session())
        .table("users")
        .encoding(StandardCharsets.ISO_8859_1)
        .maxErrors(-1)
        .errorFile(errors)
        .to(file)
        .export();

    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .isEqualTo("id,age,name\n2,,Köln\n");
    assertThat(ColumnOfFile.read(errors, "name")).containsExactly("東京");
  }

  @Test
  void statementsKnowTheFormatByTheName() throws IOException {
    Path file = directory.resolve("statement.csv");
    keyspace.execute("INSERT INTO users (id, age, name) VALUES (1, 2, 'a,b')");
    try (StatementRunner runner =
        StatementRunner.on(keyspace.session()).keyspace(keyspace.name()).build()) {
      runner.run("COPY users TO '" + file + "' WITH HEADER = false AND DELIMITER = ';'");
      assertThat(Files.readString(file)).isEqualTo("1;2;a,b\n");
      users.clear();
      runner.run("COPY users FROM '" + file + "' WITH HEADER = false AND DELIMITER = ';'");
    }
    assertThat(users.stored()).containsExactly("1 2 a,b");
  }
}
