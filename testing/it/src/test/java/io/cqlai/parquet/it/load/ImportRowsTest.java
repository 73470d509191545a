package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CassandraTest
class ImportRowsTest {

  private static final String NAMES = "optional int32 id; optional binary name (STRING);";

  private final TestKeyspace keyspace;
  @TempDir private Path directory;

  ImportRowsTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, name text, mail text)");
    keyspace.execute(
        "CREATE TABLE IF NOT EXISTS parts"
            + " (k int, c int, s text static, v text, PRIMARY KEY (k, c))");
  }

  @BeforeEach
  void empty() {
    keyspace.execute("TRUNCATE users");
    keyspace.execute("TRUNCATE parts");
  }

  @Test
  void loadsEveryRowAndReportsIt() throws IOException {
    Path file = RowFile.of(NAMES).rowGroupRows(40).namesFrom(0, 100).writeTo(file("a"));

    ImportReport report = users().from(file).load();

    assertThat(ids()).isEqualTo(range(0, 100));
    assertThat(name(7)).isEqualTo("name 7");
    assertThat(report.subject()).isEqualTo(keyspace.name() + ".users");
    assertThat(report.rowsRead()).isEqualTo(100);
    assertThat(report.rowsWritten()).isEqualTo(100);
    assertThat(report.rowsRejected()).isZero();
    assertThat(report.rowsSkipped()).isZero();
    assertThat(report.rowGroups()).isEqualTo(3);
    assertThat(report.bytes()).isEqualTo(Files.size(file));
    assertThat(report.files()).containsExactly(file.toRealPath().toString());
    assertThat(report.consistency()).isEqualTo("LOCAL_QUORUM");
    assertThat(report.ended()).isAfterOrEqualTo(report.started());
    assertThat(report.warnings()).singleElement().asString().contains("no field for column mail");
    assertThat(report.losses()).isEmpty();
    assertThat(report.toJson()).contains("\"rowsWritten\" : 100");
  }

  @Test
  void aFileWithoutRowsIsLoadedToo() {
    Path file = RowFile.of(NAMES).writeTo(file("none"));

    ImportReport report = users().from(file).load();

    assertThat(report.rowsRead()).isZero();
    assertThat(ids()).isEmpty();
  }

  @Test
  void filesAreReadFromInputFilesChannelsUrisAndText() throws IOException {
    Path first = RowFile.of(NAMES).namesFrom(0, 3).writeTo(file("a"));
    Path second = RowFile.of(NAMES).namesFrom(3, 3).writeTo(file("b"));
    Path third = RowFile.of(NAMES).namesFrom(6, 3).writeTo(file("c"));
    Path fourth = RowFile.of(NAMES).namesFrom(9, 3).writeTo(file("d"));

    try (FileChannel channel = FileChannel.open(second)) {
      ImportReport report =
          users()
              .from(new LocalInputFile(first))
              .from(channel)
              .from(third.toUri())
              .from(fourth.toString())
              .load();

      assertThat(report.rowsWritten()).isEqualTo(12);
      assertThat(report.files()).hasSize(4);
      assertThat(channel.isOpen()).isTrue();
    }
    assertThat(ids()).isEqualTo(range(0, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "0, 1, 0, 1",
    "1, -1, 1, 25",
    "9, 2, 9, 11",
    "10, 5, 10, 15",
    "12, 1, 12, 13",
    "3, 18, 3, 21",
    "24, 9, 24, 25",
    "25, 9, 25, 25",
    "99, 9, 25, 25",
    "20, 4, 20, 24"
  })
  void skipsAndLimitsExactlyOverAllFiles(long skip, long most, int first, int end) {
    Path a = RowFile.of(NAMES).rowGroupRows(4).namesFrom(0, 10).writeTo(file("a"));
    Path b = RowFile.of(NAMES).rowGroupRows(3).namesFrom(10, 15).writeTo(file("b"));

    ImportReport report = users().from(a, b).skipRows(skip).maxRows(most).load();

    assertThat(ids()).isEqualTo(range(first, end - first));
    assertThat(report.rowsWritten()).isEqualTo(end - first);
    assertThat(report.rowsSkipped()).isEqualTo(Math.min(skip, 25));
    assertThat(report.rowsRead()).isEqualTo(report.rowsWritten() + report.rowsSkipped());
  }

  @Test
  void filesOfDifferentColumnsAreEachMatchedForThemselves() {
    Path narrow = RowFile.of("optional int32 id;").row(1).writeTo(file("narrow"));
    Path wide =
        RowFile.of(
                "optional binary mail (STRING); optional binary name (STRING); optional int32 id;")
            .row("m@x", "two", 2)
            .writeTo(file("wide"));

    ImportReport report = users().from(narrow, wide).load();

    assertThat(report.rowsWritten()).isEqualTo(2);
    assertThat(name(1)).isNull();
    Row two = one("SELECT name, mail FROM users WHERE id = 2");
    assertThat(two.getString(0)).isEqualTo("two");
    assertThat(two.getString(1)).isEqualTo("m@x");
  }

  @Test
  void aColumnListWithRenamesFillsThoseColumnsAlone() {
    Path file =
        RowFile.of(
                "optional int32 ID; optional binary Name (STRING); optional binary mail (STRING);")
            .row(1, "one", "m@x")
            .writeTo(file("renamed"));

    ImportReport report = users().from(file).column("id", "ID").column("name", "Name").load();

    assertThat(report.rowsWritten()).isEqualTo(1);
    Row row = one("SELECT name, mail FROM users WHERE id = 1");
    assertThat(row.getString(0)).isEqualTo("one");
    assertThat(row.getString(1)).isNull();
  }

  @Test
  void listedColumnsThatNoFieldIsNamedAfterAreMatchedByPosition() {
    Path file =
        RowFile.of("optional int32 a; optional binary b (STRING);")
            .row(5, "five")
            .writeTo(file("positions"));

    ImportReport report = users().from(file).columns("id", "mail").load();

    assertThat(one("SELECT mail FROM users WHERE id = 5").getString(0)).isEqualTo("five");
    assertThat(report.warnings()).singleElement().asString().contains("matched by position");
  }

  @Test
  void aRowWithoutClusteringColumnsIsAPartitionsStaticValues() {
    Path file =
        RowFile.of(
                "optional int32 k; optional int32 c; optional binary s (STRING);"
                    + " optional binary v (STRING);")
            .row(1, 1, "static", "value")
            .row(2, null, "alone", null)
            .writeTo(file("statics"));

    ImportReport report = importer().table(keyspace.name(), "parts").from(file).load();

    assertThat(report.rowsWritten()).isEqualTo(2);
    Row whole = one("SELECT c, s, v FROM parts WHERE k = 1");
    assertThat(whole.getInt(0)).isEqualTo(1);
    assertThat(whole.getString(1)).isEqualTo("static");
    assertThat(whole.getString(2)).isEqualTo("value");
    Row alone = one("SELECT c, s FROM parts WHERE k = 2");
    assertThat(alone.isNull(0)).isTrue();
    assertThat(alone.getString(1)).isEqualTo("alone");
  }

  @Test
  void ofRowsWithTheSameKeyTheGreaterValueOfEachColumnStaysAndListsAreJoined() {
    keyspace.execute(
        "CREATE TABLE tagged (id int PRIMARY KEY, name text, mail text, tags list<text>)");
    Path file =
        RowFile.of(
                "optional int32 id; optional binary name (STRING); optional binary mail (STRING);"
                    + " optional group tags (LIST) { repeated group list {"
                    + " optional binary element (STRING); } }")
            .row(1, "b", "x", List.of("one"))
            .row(1, "a", "y", List.of("two"))
            .writeTo(file("same"));

    importer().table(keyspace.name(), "tagged").from(file).load();

    Row row = one("SELECT name, mail, tags FROM tagged");
    assertThat(row.getString(0)).isEqualTo("b");
    assertThat(row.getString(1)).isEqualTo("y");
    assertThat(row.getList(2, String.class)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void staticValuesCanBeImportedWithThePartitionKeyAlone() {
    Path file =
        RowFile.of("optional int32 k; optional binary s (STRING);")
            .row(3, "third")
            .writeTo(file("partition"));

    importer().table(keyspace.name(), "parts").columns("k", "s").from(file).load();

    assertThat(one("SELECT s FROM parts WHERE k = 3").getString(0)).isEqualTo("third");
  }

  @Test
  void oddNamesOfTablesAndColumnsAreQuoted() {
    keyspace.execute(
        "CREATE TABLE \"Select\" (\"select\" int PRIMARY KEY, \"a \"\"b\"\".c\" text)");
    Path file =
        RowFile.of("optional int32 select; optional binary x (STRING);")
            .row(1, "odd")
            .writeTo(file("odd"));

    importer()
        .table(keyspace.name(), "\"Select\"")
        .columns("\"select\"")
        .column("\"a \"\"b\"\".c\"", "x")
        .from(file)
        .load();

    assertThat(one("SELECT \"a \"\"b\"\".c\" FROM \"Select\"").getString(0)).isEqualTo("odd");
  }

  @Test
  void aTableOfKeyColumnsAloneIsLoaded() {
    keyspace.execute("CREATE TABLE keys_only (k int, c text, PRIMARY KEY (k, c))");
    Path file =
        RowFile.of("optional int32 k; optional binary c (STRING);")
            .row(1, "a")
            .row(1, "b")
            .writeTo(file("keys"));

    importer().table(keyspace.name(), "keys_only").from(file).load();

    assertThat(keyspace.execute("SELECT * FROM keys_only").all()).hasSize(2);
  }

  @Test
  void theSessionsKeyspaceIsTheDefault() {
    Path file = RowFile.of(NAMES).namesFrom(0, 1).writeTo(file("a"));

    importer().table("users").from(file).load();

    assertThat(ids()).containsExactly(0);
  }

  @Test
  void aSmallBoundOnRequestsAndChunksChangesNothing() {
    Path file = RowFile.of(NAMES).rowGroupRows(64).namesFrom(0, 200).writeTo(file("a"));

    ImportReport report = users().from(file).concurrency(1).chunkRows(7).load();

    assertThat(report.rowsWritten()).isEqualTo(200);
    assertThat(ids()).isEqualTo(range(0, 200));
  }

  private ParquetImporter importer() {
    return ParquetImporter.on(keyspace.session());
  }

  private ParquetImporter users() {
    return importer().table(keyspace.name(), "users");
  }

  private Path file(String name) {
    return directory.resolve(name + ".parquet");
  }

  private String name(int id) {
    return one("SELECT name FROM users WHERE id = " + id).getString(0);
  }

  private Row one(String cql) {
    return keyspace.execute(cql).all().get(0);
  }

  private List<Integer> ids() {
    return keyspace.execute("SELECT id FROM users").all().stream()
        .map(row -> row.getInt(0))
        .sorted()
        .toList();
  }

  private static List<Integer> range(int first, int count) {
    return IntStream.range(first, first + count).boxed().toList();
  }
}
