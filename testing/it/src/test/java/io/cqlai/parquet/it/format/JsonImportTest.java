package io.cqlai.parquet.it.format;

import static io.cqlai.parquet.it.format.ImportedUsers.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of JSON lines, good and bad. */
@CassandraTest
class JsonImportTest {

  private final TestKeyspace keyspace;
  @TempDir private Path directory;
  private ImportedUsers users;

  JsonImportTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
  }

  @BeforeEach
  void table() {
    users = ImportedUsers.in(keyspace);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("users.json"), text);
  }

  private Path errors() {
    return directory.resolve("errors.json");
  }

  private ParquetImporter importer() {
    return users.importer();
  }

  @Test
  void rowsAreObjectsOfOneLineEach() throws IOException {
    Path file = directory.resolve("users.jsonl");
    keyspace.execute("INSERT INTO users (id, age, name) VALUES (1, 30, 'Ann \"A\"\n')");
    ParquetExporter.on(keyspace.session()).table("users").to(file).export();
    assertThat(Files.readString(file))
        .isEqualTo("{\"id\":1,\"age\":30,\"name\":\"Ann \\\"A\\\"\\n\"}\n");

    users.clear();
    try (StatementRunner runner =
        StatementRunner.on(keyspace.session()).keyspace(keyspace.name()).build()) {
      runner.run("COPY users FROM '" + file + "'");
    }
    assertThat(users.stored()).containsExactly("1 30 Ann \"A\"\n");
  }

  @Test
  void objectsMayHaveMembersOfTheirOwn() throws IOException {
    String text =
        "\ufeff{\"name\": \"Ann\", \"id\": \"1\"}\n\n {\"id\":2.0,\"nick\":[{}],\"age\":\"7\"} \r\n"
            + "{\"id\":3,\"name\":5,\"nick\":\"x\",\"_reason\":\"\"}";

    ImportReport report = importer().from(file(text)).load();

    assertThat(users.stored()).containsExactly("1 null Ann", "2 7 null", "3 null 5");
    assertThat(report.losses()).containsExactly(new Loss("nick", "no column takes it", 2));
  }

  @Test
  void membersFillTheColumnsThatAreListed() throws IOException {
    Path file = file("{\"no\":1,\"name\":\"a\",\"age\":3}\n");
    importer().column("id", "no").columns("name").from(file).load();

    assertThat(users.stored()).containsExactly("1 null a");
    assertThat(refused(importer().column("id", "no").column("age", "no").from(file)))
        .hasMessageContaining("one member");
    assertThat(refused(importer().columns("name").from(file))).hasMessageContaining("primary key");
  }

  @Test
  void whatIsMissingStaysAndNullDeletes() throws IOException {
    keyspace.execute("INSERT INTO users (id, age, name) VALUES (1, 30, 'a')");
    Path file = file("{\"id\":1,\"age\":null}\n");

    importer().from(file).load();
    assertThat(users.stored()).containsExactly("1 30 a");
    importer().nulls(Nulls.DELETE).from(file).load();
    assertThat(users.stored()).containsExactly("1 null a");
  }

  @Test
  void underStrictEachObjectHasTheTablesColumns() throws IOException {
    String text =
        "{\"id\":1,\"age\":1,\"name\":\"a\"}\n{\"id\":2,\"age\":1,\"name\":\"a\",\"nick\":1}\n"
            + "{\"id\":3,\"name\":\"a\"}\n";

    importer()
        .schemaMode(SchemaMode.STRICT)
        .maxErrors(-1)
        .errorFile(errors())
        .from(file(text))
        .load();

    assertThat(users.stored()).containsExactly("1 1 a");
    assertThat(Files.readString(errors()))
        .contains("no column for the member nick, and SCHEMA_MODE is STRICT")
        .contains("column age: the object has no member age");
  }

  @Test
  void rowsAreSkippedAndCountedOverFiles() throws IOException {
    Path first = Files.writeString(directory.resolve("a.ndjson"), "{\"id\":1}\n\n{\"id\":2}\n");
    Path second = Files.writeString(directory.resolve("b.json"), "{\"id\":3}\n{\"id\":4}\n[]");

    ImportReport report = importer().skipRows(1).maxRows(3).from(first, second).load();

    assertThat(users.stored()).containsExactly("2 null null", "3 null null", "4 null null");
    assertThat(report.rowsSkipped()).isEqualTo(1);
  }

  @Test
  void rejectedLinesKeepWhatStoodThere() throws IOException {
    String text =
        "{\"id\":1, \"age\":\"old\" ,\"more\":[1.50]} \n{\"id\":2,\"age\":20}\n{\"id\":\n"
            + "[1]\n{\"id\":3}{\"id\":4}\n{\"id\":5,\"id\":6}\n{\"name\":\"\\ud800\",\"id\":7}\n"
            + "{\"age\":1}\n{}\n{\"id\":null}\n{\"id\":8,\"age\":1,\"_line\":3}\n";
    Path file = directory.resolve("users.json");
    Files.writeString(file, "{\"name\":\"\u00fc\"}\n" + text, StandardCharsets.ISO_8859_1);

    ImportReport report = importer().maxErrors(-1).errorFile(errors()).from(file).load();

    assertThat(users.stored()).containsExactly("2 20 null", "8 1 null");
    assertThat(report.rowsRejected()).isEqualTo(10);
    List<String> lines =
        Files.readAllLines(errors()).stream()
            .map(line -> line.replace(file.toString(), "@"))
            .toList();
    assertThat(lines.get(0))
        .startsWith("{\"_file\":\"@\",\"_line\":1,\"_reason\":\"its bytes are no UTF-8\"")
        .endsWith(",\"_bytes\":\"0x7b226e616d65223a22fc227d\"}");
    assertThat(lines.get(1))
        .isEqualTo(
            "{\"_file\":\"@\",\"_line\":2,\"_reason\":\"column age: 'old' is not an integer\","
                + "\"id\":1, \"age\":\"old\" ,\"more\":[1.50]}");
    assertThat(lines.get(2)).contains("no object of JSON").endsWith("\"_text\":\"{\\\"id\\\":\"}");
    assertThat(lines.get(3)).contains("no object of JSON").endsWith("\"_text\":\"[1]\"}");
    assertThat(lines.get(4))
        .contains("more behind the object")
        .endsWith("\"_text\":\"{\\\"id\\\":3}{\\\"id\\\":4}\"}");
    assertThat(lines.get(5)).contains("member id is there twice").endsWith("\"id\":5,\"id\":6}");
    assertThat(lines.get(6)).contains("surrogate").endsWith("\"name\":\"\\ud800\",\"id\":7}");
    assertThat(lines.get(7)).contains("no member id").endsWith(",\"age\":1}");
    assertThat(lines.get(8)).contains("no member id").endsWith("no member id\"}");
    assertThat(lines.get(9)).contains("key cannot be null").endsWith(",\"id\":null}");
    assertThat(lines).hasSize(10);
  }

  @Test
  void mendedTheRejectsAreImported() throws IOException {
    Path first = file("{\"id\":1,\"age\":\"x\"}\n{\"id\":2,\"age\":\"x\",\"name\":\"\"}\n");
    ParquetImporter importer = importer().maxErrors(-1).errorFile(errors());
    importer.from(first).load();
    Path again = directory.resolve("again.json");
    Files.writeString(again, Files.readString(errors()).replaceFirst("\"x\"", "7"));
    importer().maxErrors(-1).errorFile(directory.resolve("twice.json")).from(again).load();

    assertThat(users.stored()).containsExactly("1 7 null");
    assertThat(Files.readString(directory.resolve("twice.json")))
        .isEqualTo(
            "{\"_file\":\""
                + again
                + "\",\"_line\":2,\"_reason\":\"column age: 'x' is not an integer\","
                + "\"id\":2,\"age\":\"x\",\"name\":\"\"}\n");
  }

  @Test
  void entriesAndElementsMayComeInAnyOrder() throws IOException {
    keyspace.execute(
        "CREATE TABLE sorted (id int PRIMARY KEY, m frozen<map<int, text>>, s frozen<set<int>>)");
    Path file = file("{\"id\":1,\"m\":{\"2\":\"b\",\"1\":\"a\"},\"s\":[2,1]}\n");
    Path back = directory.resolve("sorted.json");

    ParquetImporter.on(keyspace.session()).table("sorted").from(file).load();
    ParquetExporter.on(keyspace.session()).table("sorted").to(back).export();

    assertThat(back).hasContent("{\"id\":1,\"m\":{\"1\":\"a\",\"2\":\"b\"},\"s\":[1,2]}");
  }

  @Test
  void filesThatAreNoJsonLinesAreRefused() throws IOException {
    TransferException array = refused(importer().from(file(" [\n{\"id\":1}\n]\n")));
    assertThat(array.code()).isEqualTo(ErrorCode.UNSUPPORTED_FILE);
    assertThat(array).hasMessageContainingAll("users.json", "array", "jq");

    ParquetImporter marked = importer().from(file("\ufeff [{\"id\":1}]"));
    TransferException planned = catchThrowableOfType(TransferException.class, marked::plan);
    assertThat(planned.code()).isEqualTo(ErrorCode.UNSUPPORTED_FILE);

    Path wide = directory.resolve("wide.json");
    Files.writeString(wide, "{\"id\":1}\n", StandardCharsets.UTF_16LE);
    assertThat(refused(importer().from(wide)).code()).isEqualTo(ErrorCode.UNSUPPORTED_FILE);

    TransferException pretty = refused(importer().from(file("{\n  \"id\": 1\n}\n")));
    assertThat(pretty.code()).isEqualTo(ErrorCode.TOO_MANY_ERRORS);
    assertThat(pretty).hasMessageContainingAll("users.json", "line 1", "on one line");

    TransferException deep =
        refused(importer().from(file("{\"id\":1,\"x\":" + "[".repeat(100_000) + "\n")));
    assertThat(deep).hasMessageContainingAll("users.json", "line 1", "depth");

    Path errorsOfParquet = directory.resolve("errors.parquet");
    assertThat(refused(importer().errorFile(errorsOfParquet).from(file("{}"))))
        .hasMessageContaining("errors.parquet");
    assertThat(refused(importer().header(false).from(file("{}"))))
        .hasMessageContaining("HEADER does not apply to JSON");
  }

  @Test
  void textThatIsNoUtf8IsRejectedAndNeverChanged() throws IOException {
    keyspace.execute("CREATE TABLE texts (id int PRIMARY KEY, t text, ts list<text>)");
    keyspace.execute("INSERT INTO texts (id, t) VALUES (1, blobAsText(0xc080))");
    keyspace.execute("INSERT INTO texts (id, ts) VALUES (2, [blobAsText(0xeda080)])");
    Path file = directory.resolve("texts.json");
    Path rejects = directory.resolve("texts.parquet");

    ParquetExporter.on(keyspace.session())
        .table("texts")
        .maxErrors(-1)
        .errorFile(rejects)
        .to(file)
        .export();
    assertThat(Files.readString(file))
        .isEqualTo("{\"id\":2,\"t\":null,\"ts\":\"0x0000000100000003eda080\"}\n");

    keyspace.execute("TRUNCATE texts");
    ParquetImporter.on(keyspace.session()).table("texts").from(rejects).load();
    ByteBuffer text = keyspace.execute("SELECT t FROM texts WHERE id = 1").one().getBytesUnsafe(0);
    assertThat(text).isEqualTo(ByteBuffer.wrap(new byte[] {(byte) 0xc0, (byte) 0x80}));
  }
}
