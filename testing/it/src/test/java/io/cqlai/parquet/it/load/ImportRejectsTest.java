package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.TransferReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that do not fit or that the server refuses: counted, kept, and importable again. */
@CassandraTest
class ImportRejectsTest {

  private static final long TOO_LARGE = 3_000_000_000L;
  private static final String FIELDS =
      "optional binary k (STRING); optional int64 n; optional binary extra (STRING);";

  private final TestKeyspace keyspace;
  @TempDir private Path directory;

  ImportRejectsTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
    keyspace.execute("CREATE TABLE IF NOT EXISTS numbers (k text PRIMARY KEY, n int)");
  }

  @BeforeEach
  void empty() {
    keyspace.execute("TRUNCATE numbers");
  }

  @Test
  void theFirstRejectStopsAnImportThatAcceptsNone() {
    Path file = mixed();

    TransferException failure =
        catchThrowableOfType(TransferException.class, () -> numbers().from(file).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_ERRORS);
    assertThat(failure)
        .hasMessageContaining("mixed.parquet")
        .hasMessageContaining("row group 0")
        .hasMessageContaining("row 1")
        .hasMessageContaining("column n")
        .hasMessageContaining("k = 'large'")
        .hasMessageContaining("3000000000")
        .hasMessageContaining("MAXERRORS");
    TransferReport report = failure.report().orElseThrow();
    assertThat(report.rowsRejected()).isPositive();
    assertThat(report.rowsRead())
        .isEqualTo(report.rowsWritten() + report.rowsRejected() + report.rowsSkipped());
  }

  @Test
  void rejectsUpToTheBoundAreCountedAndTheRestIsWritten() {
    ImportReport report = numbers().from(mixed()).maxErrors(3).load();

    assertThat(report.rowsRead()).isEqualTo(6);
    assertThat(report.rowsWritten()).isEqualTo(3);
    assertThat(report.rowsRejected()).isEqualTo(3);
    assertThat(report.rowsSkipped()).isZero();
    assertThat(report.warnings()).anyMatch(w -> w.contains("3 rows were rejected"));
    assertThat(keys()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void oneRejectMoreThanTheBoundFails() {
    TransferException failure =
        catchThrowableOfType(
            TransferException.class, () -> numbers().from(mixed()).maxErrors(2).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_ERRORS);
    assertThat(failure.report().orElseThrow().rowsRejected()).isEqualTo(3);
  }

  @Test
  void rejectedRowsGoToAFileWithTheirReasons() throws SQLException {
    Path rejects = directory.resolve("rejects.parquet");

    ImportReport report = numbers().from(mixed()).maxErrors(-1).errorFile(rejects).load();

    assertThat(report.files()).hasSize(2).last().asString().endsWith("rejects.parquet");
    List<String> rows =
        query("SELECT k, n, extra, _row_group, _row, _column FROM '" + rejects + "'");
    assertThat(rows)
        .containsExactlyInAnyOrder("large|3000000000|x1|0|1|n", "null|4|x3|1|0|k", "|5|x4|1|1|");
    assertThat(query("SELECT _reason FROM '" + rejects + "' WHERE k = ''").get(0))
        .contains("Key may not be empty");
    assertThat(query("SELECT DISTINCT _file FROM '" + rejects + "'").get(0))
        .endsWith("mixed.parquet");
  }

  @Test
  void theRejectFileIsThereWhenTooManyRowsWereRejected() throws SQLException {
    Path rejects = directory.resolve("rejects.parquet");

    TransferException failure =
        catchThrowableOfType(
            TransferException.class, () -> numbers().from(mixed()).errorFile(rejects).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_ERRORS);
    long rejected = failure.report().orElseThrow().rowsRejected();
    assertThat(query("SELECT count(*) FROM '" + rejects + "'")).containsExactly("" + rejected);
    assertThat(failure).hasMessageContaining("rejects.parquet");
  }

  @Test
  void theRejectFileOfAnEarlierImportIsToldWhereNothingIsRejected() {
    Path rejects = directory.resolve("rejects.parquet");
    numbers().from(mixed()).maxErrors(3).errorFile(rejects).load();
    assertThat(rejects).exists();
    Path sound = RowFile.of(FIELDS).row("a", 1L, "x0").writeTo(directory.resolve("sound.parquet"));

    ImportReport report = numbers().from(sound).maxErrors(3).errorFile(rejects).load();

    assertThat(rejects).exists();
    assertThat(report.warnings())
        .contains(rejects + " is not of this run, which has kept no rejected row");
  }

  @Test
  void rejectedRowsCanBeImportedAgain() {
    Path rejects = directory.resolve("rejects.parquet");
    numbers().from(mixed()).maxErrors(3).errorFile(rejects).load();
    keyspace.execute("CREATE TABLE wide (k text PRIMARY KEY, n bigint, extra text)");

    ImportReport report =
        ParquetImporter.on(keyspace.session())
            .table(keyspace.name(), "wide")
            .from(rejects)
            .maxErrors(2)
            .load();

    assertThat(report.rowsWritten()).isEqualTo(1);
    assertThat(report.warnings()).noneMatch(w -> w.contains("_reason"));
    assertThat(keyspace.execute("SELECT n FROM wide WHERE k = 'large'").one().getLong(0))
        .isEqualTo(TOO_LARGE);
  }

  @Test
  void withoutARejectNoFileIsMade() {
    Path rejects = directory.resolve("rejects.parquet");
    Path good = RowFile.of(FIELDS).row("a", 1L, null).writeTo(directory.resolve("good.parquet"));

    numbers().from(good).errorFile(rejects).load();

    assertThat(rejects).doesNotExist();
    assertThat(directory).isDirectoryNotContaining(p -> p.toString().endsWith(".tmp"));
  }

  @Test
  void rejectsOfFilesOfOneSchemaAreKeptTogetherAndOthersBesideThem() throws SQLException {
    Path rejects = directory.resolve("rejects.parquet");
    Path alike =
        RowFile.of(FIELDS).row("alike", TOO_LARGE, "x").writeTo(directory.resolve("alike.parquet"));
    Path other =
        RowFile.of("optional int64 n; optional binary k (STRING);")
            .row(TOO_LARGE, "other")
            .writeTo(directory.resolve("other.parquet"));

    ImportReport report =
        numbers().from(mixed(), other, alike).maxErrors(-1).errorFile(rejects).load();

    assertThat(query("SELECT k, n FROM '" + rejects + "' WHERE _file LIKE '%alike.parquet'"))
        .containsExactly("alike|3000000000");
    assertThat(query("SELECT count(*) FROM '" + rejects + "'")).containsExactly("4");
    Path second = directory.resolve("rejects-2.parquet");
    assertThat(query("SELECT k, n FROM '" + second + "'")).containsExactly("other|3000000000");
    assertThat(report.files()).hasSize(5).anyMatch(f -> f.endsWith("rejects-2.parquet"));
  }

  @Test
  void manyRejectsInManyRowGroupsAreAllKept() throws SQLException {
    Path rejects = directory.resolve("rejects.parquet");
    RowFile rows = RowFile.of(FIELDS).rowGroupRows(700);
    for (int i = 0; i < 3_000; i++) {
      rows.row("k" + i, i % 3 == 0 ? TOO_LARGE : i, "x" + i);
    }
    Path file = rows.writeTo(directory.resolve("many.parquet"));

    ImportReport report =
        numbers().from(file).maxErrors(-1).errorFile(rejects).chunkRows(64).load();

    assertThat(report.rowsRejected()).isEqualTo(1_000);
    assertThat(report.rowsWritten()).isEqualTo(2_000);
    assertThat(
            query(
                "SELECT count(*), count(DISTINCT k), sum(_row_group * 700 + _row) FROM '"
                    + rejects
                    + "'"))
        .containsExactly("1000|1000|1498500");
  }

  @Test
  void aRowLargerThanAMessageIsRejectedAndTheOthersAreWritten() {
    keyspace.execute("CREATE TABLE blobs (k int PRIMARY KEY, data blob)");
    RowFile rows = RowFile.of("required int32 k; required binary data;").rowGroupRows(10);
    for (int i = 0; i < 30; i++) {
      rows.row(i, new byte[i == 15 ? 36_000_000 : 1_000]);
    }
    Path file = rows.writeTo(directory.resolve("blobs.parquet"));

    ImportReport report =
        ParquetImporter.on(keyspace.session())
            .table(keyspace.name(), "blobs")
            .from(file)
            .maxErrors(1)
            .load();

    assertThat(report.rowsWritten()).isEqualTo(29);
    assertThat(report.rowsRejected()).isEqualTo(1);
    assertThat(report.warnings()).anyMatch(w -> w.contains("k = 15") && w.contains("exceeds"));
    assertThat(keyspace.execute("SELECT k FROM blobs").all()).hasSize(29);
  }

  private Path mixed() {
    return RowFile.of(FIELDS)
        .rowGroupRows(3)
        .row("a", 1L, "x0")
        .row("large", TOO_LARGE, "x1")
        .row("b", 2L, "x2")
        .row(null, 4L, "x3")
        .row("", 5L, "x4")
        .row("c", 3L, "x5")
        .writeTo(directory.resolve("mixed.parquet"));
  }

  private ParquetImporter numbers() {
    return ParquetImporter.on(keyspace.session()).table(keyspace.name(), "numbers");
  }

  private List<String> keys() {
    return keyspace.execute("SELECT k FROM numbers").all().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<String> query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }
}
