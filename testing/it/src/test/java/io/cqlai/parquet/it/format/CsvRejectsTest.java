package io.cqlai.parquet.it.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.report.ImportReport;
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

/** The ERRFILE of an import of CSV is CSV: mended, it is imported as the file was. */
@CassandraTest
class CsvRejectsTest {

  private final TestKeyspace keyspace;
  @TempDir private Path directory;

  CsvRejectsTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
  }

  @BeforeEach
  void table() {
    keyspace.execute(
        "CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, age int, name text, data blob)");
    keyspace.execute("TRUNCATE users");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("users.csv"), text);
  }

  private Path errors() {
    return directory.resolve("errors.csv");
  }

  private ParquetImporter importer() {
    return importer(errors());
  }

  private ParquetImporter importer(Path errors) {
    return ParquetImporter.on(keyspace.session()).table("users").maxErrors(-1).errorFile(errors);
  }

  @Test
  void textThatIsNoUtf8IsRejectedOnTheWayOutAndNeverChanged() throws IOException {
    keyspace.execute("CREATE TABLE texts (id int PRIMARY KEY, t text, ts list<text>)");
    keyspace.execute("INSERT INTO texts (id, t) VALUES (1, blobAsText(0xc080))");
    keyspace.execute("INSERT INTO texts (id, ts) VALUES (2, [blobAsText(0xc080), 'a'])");
    Path file = directory.resolve("texts.csv");
    Path rejects = directory.resolve("texts.parquet");

    ParquetExporter.on(keyspace.session())
        .table("texts")
        .maxErrors(-1)
        .errorFile(rejects)
        .to(file)
        .export();
    assertThat(Files.readString(file)).isEqualTo("id,t,ts\n2,,0x0000000200000002c0800000000161\n");

    keyspace.execute("TRUNCATE texts");
    ParquetImporter.on(keyspace.session()).table("texts").from(rejects).load();
    ByteBuffer text = keyspace.execute("SELECT t FROM texts WHERE id = 1").one().getBytesUnsafe(0);
    assertThat(text).isEqualTo(ByteBuffer.wrap(new byte[] {(byte) 0xc0, (byte) 0x80}));
  }

  @Test
  void aColumnOfTheTableIsNotFilledWithWhereARecordWas() throws IOException {
    keyspace.execute("CREATE TABLE files (id int PRIMARY KEY, name text, \"_file\" text)");
    ParquetImporter into = ParquetImporter.on(keyspace.session()).table("files");
    into.from(file("id,name\nx,Ada\n")).maxErrors(-1).errorFile(errors()).load();
    String kept = Files.readString(errors());
    assertThat(kept).startsWith("__file,_line,_reason,id,name");
    Files.writeString(errors(), kept.replace(",x,Ada", ",1,Ada"));

    into.from(errors()).load();

    assertThat(keyspace.execute("SELECT JSON * FROM files").one().getString(0))
        .isEqualTo("{\"id\": 1, \"_file\": null, \"name\": \"Ada\"}");
  }

  private List<String> stored() {
    return keyspace.execute("SELECT JSON id, age, name, data FROM users").all().stream()
        .map(row -> String.valueOf(row.getString(0)))
        .sorted()
        .toList();
  }

  /** The lines of the ERRFILE without the path at their front. */
  private List<String> lines() throws IOException {
    String path = directory.resolve("users.csv").toString();
    return Files.readAllLines(errors()).stream().map(line -> line.replace(path, "@")).toList();
  }

  @Test
  void recordsKeepTheirFieldsAndTheirQuotes() throws IOException {
    String text =
        "id,age,name,data\n1,old,\"\",0x00FF\n2,20,Bob,\n3,4\n,5,Eve ,\n4,x,,\"\",surplus\n"
            + "99999999999,6,\"M,\"\"ax\",0x\n";

    ImportReport report = importer().from(file(text)).load();

    assertThat(stored()).hasSize(1);
    assertThat(report.rowsRejected()).isEqualTo(5);
    assertThat(lines())
        .containsExactly(
            "_file,_line,_reason,id,age,name,data",
            "@,2,column age: 'old' is not an integer,1,old,\"\",0x00FF",
            "@,4,\"2 fields, where there should be 4\",3,4",
            "@,5,column id: a partition key cannot be null,,5,Eve ,",
            "@,6,\"5 fields, where there should be 4\",4,x,,\"\",surplus",
            "@,7,column id: 99999999999 is out of the range of int,"
                + "99999999999,6,\"M,\"\"ax\",0x");
  }

  @Test
  void thatOfAnEarlierImportIsToldWhereNothingIsRejected() throws IOException {
    importer().from(file("id,age\n1,x\n")).load();
    assertThat(errors()).exists();

    ImportReport report = importer().from(file("id,age\n1,1\n")).load();

    assertThat(errors()).exists();
    assertThat(report.warnings())
        .contains(errors() + " is not of this run, which has kept no rejected row");
    assertThat(report.files()).doesNotContain(errors().toString());
  }

  @Test
  void thatOfAnEarlierImportStaysWhereOneFails() throws IOException {
    importer().from(file("id,age\n1,x\n")).load();
    List<String> before = Files.readAllLines(errors());

    TransferException failure =
        catchThrowableOfType(
            TransferException.class, () -> importer().from(file("id,age\n2,\"x\n")).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.CORRUPT_FILE);
    assertThat(Files.readAllLines(errors())).isEqualTo(before);
  }

  @Test
  void elementsAndKeysThatAreThereTwiceAreRejected() throws IOException {
    keyspace.execute("CREATE TABLE sets (id int PRIMARY KEY, s set<int>, m map<text, int>)");
    String text = "id,s,m\n1,\"{1, 1}\",\n2,,\"{'a': 1, 'a': 2}\"\n3,\"{2, 1}\",{'a': 1}\n";

    ImportReport report =
        ParquetImporter.on(keyspace.session())
            .table("sets")
            .maxErrors(-1)
            .errorFile(errors())
            .from(file(text))
            .load();

    assertThat(report.rowsWritten()).isEqualTo(1);
    assertThat(lines())
        .contains(
            "@,2,column s: the element 1 is there twice,1,\"{1, 1}\",",
            "@,3,column m: the key a is there twice,2,,\"{'a': 1, 'a': 2}\"");
  }

  @Test
  void mendedItIsImportedWithTheSameOptions() throws IOException {
    ParquetImporter importer = importer().delimiter(';').quote('~').nullText("-");
    importer.from(file("id;age;name;data\n1;x;-;0xcafe\n2;x;~-~;-\n3;x;;0x\n")).load();
    assertThat(stored()).isEmpty();
    Path mended = directory.resolve("mended.csv");
    Files.writeString(mended, Files.readString(errors()).replace(";x;", ";7;"));

    ImportReport report = importer.from(mended).load();

    assertThat(report.rowsRejected()).isZero();
    assertThat(report.warnings())
        .containsExactly(errors() + " is not of this run, which has kept no rejected row");
    assertThat(stored())
        .containsExactly(
            "{\"id\": 1, \"age\": 7, \"name\": null, \"data\": \"0xcafe\"}",
            "{\"id\": 2, \"age\": 7, \"name\": \"-\", \"data\": null}",
            "{\"id\": 3, \"age\": 7, \"name\": \"\", \"data\": \"0x\"}");
  }

  @Test
  void aFileWithoutHeaderGetsOneAmongTheRejects() throws IOException {
    importer().header(false).columns("name", "id").from(file("Ann,x\nBob,2\n")).load();

    assertThat(lines())
        .containsExactly(
            "_file,_line,_reason,name,id", "@,1,column id: 'x' is not an integer,Ann,x");
    Path mended =
        Files.writeString(directory.resolve("m.csv"), "_file,_line,_reason,name,id\n,,,A,1");
    importer().columns("name", "id").from(mended).load();
    assertThat(stored()).hasSize(2);
  }

  @Test
  void newReasonsReplaceTheOldOnes() throws IOException {
    importer().from(file("id,age\n1,x\n2,y\n")).load();
    Path again = directory.resolve("users.csv");
    Files.writeString(again, Files.readString(errors()).replace(",x", ",10"));

    importer().from(again).load();

    assertThat(stored()).hasSize(1);
    assertThat(lines())
        .containsExactly("_file,_line,_reason,id,age", "@,3,column age: 'y' is not an integer,2,y");
  }

  @Test
  void fieldsThatHaveTheNamesOfReasonsStayApart() throws IOException {
    importer().from(file("_line,id,age,_text,_row\nfirst,1,x,t,r\n")).load();

    assertThat(lines())
        .containsExactly(
            "_file,__line,_reason,_line,id,age,_text,_row",
            "@,2,column age: 'x' is not an integer,first,1,x,t,r");
  }

  @Test
  void reasonsAndNamesAreWrittenInAnyEncoding() throws IOException {
    Path file = directory.resolve("東.csv");
    Files.writeString(file, "id,age\n1,\u00fc\n", StandardCharsets.ISO_8859_1);

    importer().encoding(StandardCharsets.ISO_8859_1).from(file).load();

    assertThat(Files.readString(errors(), StandardCharsets.ISO_8859_1))
        .contains("?.csv,2,column age: '\u00fc' is not an integer,1,\u00fc");
  }

  @Test
  void manyRejectsOfSeveralFilesAreKeptInTheOrderOfTheirFiles() throws IOException {
    StringBuilder text = new StringBuilder("id,age\n");
    for (int i = 0; i < 50_000; i++) {
      text.append(i).append(i % 1_000 == 0 ? ",1\n" : ",x\n");
    }
    Path first = Files.writeString(directory.resolve("a.csv"), text);
    Path second = Files.writeString(directory.resolve("b.csv"), text);

    ImportReport report = importer().from(first, second).load();

    assertThat(report.rowsRejected()).isEqualTo(2 * 49_950);
    for (Path each : List.of(first, second)) {
      List<String> ids =
          Files.readAllLines(errors()).stream()
              .filter(line -> line.startsWith(each + ","))
              .map(line -> line.split(",", -1)[3])
              .toList();
      assertThat(ids).hasSize(49_950).doesNotContain("0", "49000").startsWith("1", "2");
      assertThat(ids.stream().map(Integer::valueOf)).isSorted();
    }
  }

  @Test
  void anErrfileIsNotNamedAsAnotherFormat() throws IOException {
    Path file = file("id\n1\n");
    TransferException csv =
        catchThrowableOfType(
            TransferException.class,
            () -> importer(directory.resolve("x.parquet")).from(file).load());
    assertThat(csv.code()).isEqualTo(ErrorCode.BAD_OPTION);
    assertThat(csv).hasMessageContainingAll("named as PARQUET", "import of CSV is CSV", ".csv");

    ParquetExporter exporter =
        ParquetExporter.on(keyspace.session()).table("users").errorFile(errors());
    TransferException export =
        catchThrowableOfType(
            TransferException.class, () -> exporter.to(directory.resolve("out.csv")).export());
    assertThat(export).hasMessageContainingAll("named as CSV", "export is PARQUET", ".parquet");
  }
}
