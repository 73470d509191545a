package io.cqlai.parquet.it.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementResult;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.Verifier;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.report.Difference;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.report.VerifyReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Files against tables: the same, or each difference by its key. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class VerifyTableTest {

  private static final int ROWS = 2_000;

  private CqlSession session;
  private String keyspace;
  private Path file;
  @TempDir private static Path folder;

  @BeforeAll
  void export(TestKeyspace there) {
    session = there.session();
    keyspace = session.getKeyspace().orElseThrow().asInternal();
    Numbers.create(session, "numbers", ROWS);
    file = folder.resolve("numbers.parquet");
    ParquetExporter.on(session).table("numbers").to(file).export();
  }

  private Verifier verifier() {
    return Verifier.on(session).file(file);
  }

  private void load(String table) {
    session.execute("CREATE TABLE " + table + " (k int PRIMARY KEY, even boolean, v text)");
    ParquetImporter.on(session).table(table).from(file).load();
  }

  @Test
  void anImportIsTheSameAsItsFile() {
    load("same");
    VerifyReport report = verifier().against(keyspace, "same").verify();
    assertThat(report.isEqual()).as(report.toJson()).isTrue();
    assertThat(report.fileRows()).isEqualTo(ROWS);
    assertThat(report.tableRows()).hasValue(ROWS);
    assertThat(report.table()).contains(keyspace + ".same");
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void eachDifferenceIsToldByItsKey() {
    load("others");
    session.execute("DELETE FROM others WHERE k = 17");
    session.execute("INSERT INTO others (k, v) VALUES (-1, 'not of the file')");
    session.execute("UPDATE others SET v = 'changed', even = null WHERE k = 20");
    session.execute("UPDATE others SET v = null WHERE k = 21");

    VerifyReport report = verifier().against(keyspace, "others").verify();

    assertThat(report.differences())
        .containsExactlyInAnyOrder(
            new Difference(DifferenceKind.ONLY_IN_FILE, "k = 17", List.of()),
            new Difference(DifferenceKind.ONLY_IN_TABLE, "k = -1", List.of()),
            new Difference(DifferenceKind.OTHER_VALUES, "k = 20", List.of("even", "v")),
            new Difference(DifferenceKind.OTHER_VALUES, "k = 21", List.of("v")));
    assertThat(report.counts())
        .containsOnlyKeys(
            DifferenceKind.ONLY_IN_FILE, DifferenceKind.ONLY_IN_TABLE, DifferenceKind.OTHER_VALUES);
    assertThat(report.count(DifferenceKind.OTHER_VALUES)).isEqualTo(2);
    VerifyReport contained = verifier().within(keyspace, "others").verify();
    assertThat(contained.counts())
        .containsOnlyKeys(DifferenceKind.ONLY_IN_FILE, DifferenceKind.OTHER_VALUES);
  }

  @Test
  void aTableThatHasMoreHoldsTheFile() {
    load("more");
    session.execute("INSERT INTO more (k, v) VALUES (-1, 'there before')");
    VerifyReport report = verifier().within(keyspace, "more").verify();
    assertThat(report.isEqual()).as(report.toJson()).isTrue();
    assertThat(report.tableRows()).hasValue(ROWS + 1);
    assertThat(report.warnings()).isEmpty();
    assertThat(verifier().against(keyspace, "more").verify().counts())
        .isEqualTo(Map.of(DifferenceKind.ONLY_IN_TABLE, 1L));
  }

  @Test
  void manyDifferencesAreCountedAndTheFirstAreKept() {
    session.execute("CREATE TABLE nothing (k int PRIMARY KEY, even boolean, v text)");
    VerifyReport report = verifier().against(keyspace, "nothing").verify();
    assertThat(report.count(DifferenceKind.ONLY_IN_FILE)).isEqualTo(ROWS);
    assertThat(report.differences()).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void partitionsWithManyRowsAndStaticsAreCompared() {
    session.execute(
        "CREATE TABLE wide (p text, q int, c decimal, d text, s text static, l list<int>,"
            + " PRIMARY KEY ((p, q), c, d))");
    for (int i = 0; i < 60; i++) {
      session.execute(
          "INSERT INTO wide (p, q, c, d, s, l) VALUES ('p', "
              + i % 3
              + ", "
              + i
              + ".50, 'd', 's"
              + i % 3
              + "', [3, 1, 2])");
    }
    session.execute("INSERT INTO wide (p, q, s) VALUES ('statics alone', 1, 's')");
    Path wide = folder.resolve("wide.parquet");
    ParquetExporter.on(session)
        .table("wide")
        .columns("d", "q", "p", "c", "s", "l")
        .to(wide)
        .export();
    Verifier verifier = Verifier.on(session).file(wide).against(keyspace, "wide");
    assertThat(verifier.verify().isEqual()).isTrue();

    session.execute("DELETE FROM wide WHERE p = 'p' AND q = 1 AND c = 4.50 AND d = 'd'");
    session.execute("INSERT INTO wide (p, q, s) VALUES ('statics alone', 1, 'other')");

    assertThat(verifier.verify().differences())
        .containsExactlyInAnyOrder(
            new Difference(
                DifferenceKind.ONLY_IN_FILE, "p = p AND q = 1 AND c = 4.50 AND d = d", List.of()),
            new Difference(
                DifferenceKind.OTHER_VALUES, "p = statics alone AND q = 1", List.of("s")));
  }

  @Test
  void textIsComparedWithItsTable() {
    for (String ending : List.of("csv", "json")) {
      Path text = folder.resolve("numbers." + ending);
      ParquetExporter.on(session).table("numbers").to(text).export();
      VerifyReport report = Verifier.on(session).file(text).against(keyspace, "numbers").verify();
      assertThat(report.isEqual()).as(report.toJson()).isTrue();
      assertThat(report.fileRows()).isEqualTo(ROWS);
    }
  }

  @Test
  void aFileOfAnotherProgramIsComparedToo() throws SQLException {
    session.execute("CREATE TABLE foreign_rows (k int PRIMARY KEY, s set<text>, n decimal)");
    Path foreign = folder.resolve("foreign.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT i::INT AS k, ['b', 'a'] AS s, (i / 4)::DECIMAL(10, 4) AS n, 1 AS extra"
              + " FROM range(500) r(i)) TO '"
              + foreign
              + "' (FORMAT parquet)");
    }
    ParquetImporter.on(session).table("foreign_rows").from(foreign).load();
    Verifier verifier = Verifier.on(session).file(foreign);

    VerifyReport report = verifier.against(keyspace, "foreign_rows").verify();

    assertThat(report.isEqual()).as(report.toJson()).isTrue();
    assertThat(report.tableRows()).hasValue(500);
    assertThat(report.warnings())
        .anyMatch(warning -> warning.contains("carries no digest"))
        .anyMatch(warning -> warning.endsWith("the table does not have them: extra"));
    session.execute("UPDATE foreign_rows SET s = s - {'a'} WHERE k = 3");
    assertThat(verifier.against(keyspace, "foreign_rows").verify().differences())
        .containsExactly(new Difference(DifferenceKind.OTHER_VALUES, "k = 3", List.of("s")));
    assertThat(verifier.verify().checked()).hasSize(1);
  }

  @Test
  void whatAnImportOfTheFileLosesIsToldOf() throws SQLException {
    session.execute("CREATE TABLE moments (k int PRIMARY KEY, at timestamp)");
    Path moments = folder.resolve("moments.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT i::INT AS k, make_timestamp(i * 500) AS at FROM range(10) r(i)) TO '"
              + moments
              + "' (FORMAT parquet)");
    }
    ParquetImporter.on(session).table("moments").from(moments).convert(Conversion.LENIENT).load();

    VerifyReport report = Verifier.on(session).file(moments).against(keyspace, "moments").verify();

    assertThat(report.isEqual()).as(report.toJson()).isTrue();
    assertThat(report.warnings())
        .anyMatch(warning -> warning.contains("are taken as UTC"))
        .anyMatch(
            warning -> warning.startsWith("Lost in at: digits below a millisecond, 5 values"));
  }

  @Test
  void remediesNameNothingThatAVerificationDoesNotHave() throws IOException {
    session.execute("CREATE TABLE other_names (id int PRIMARY KEY, w text)");
    session.execute("CREATE TABLE other_types (k uuid PRIMARY KEY, even boolean, v text)");
    Path noText = folder.resolve("no-text.csv");
    Files.write(noText, new byte[] {'k', ',', 'v', '\n', '1', ',', (byte) 0xC3, '\n'});
    assertThat(failure(file, "other_names"))
        .hasMessageContaining("No field of the file has the name of a column")
        .hasMessageEndingWith("with a table that has columns of these names");
    assertThat(failure(file, "other_types"))
        .hasMessageContaining("Cannot convert the file's 'k'")
        .hasMessageNotContaining("CONVERT")
        .hasMessageNotContaining("import");
    assertThat(failure(noText, "numbers"))
        .hasMessageContaining("no UTF-8")
        .hasMessageNotContaining("ENCODING");
  }

  private TransferException failure(Path of, String table) {
    return catchThrowableOfType(
        TransferException.class,
        () -> Verifier.on(session).file(of).against(keyspace, table).verify());
  }

  @Test
  void statementsSayTheSame() {
    load("by_statement");
    session.execute("INSERT INTO by_statement (k) VALUES (-1)");
    try (StatementRunner runner =
        StatementRunner.on(session)
            .keyspace(CqlIdentifier.fromInternal(keyspace).asCql(true))
            .build()) {
      assertThat(verified(runner, "VERIFY '" + file + "';").isEqual()).isTrue();
      assertThat(verified(runner, "VERIFY '" + file + "' AGAINST by_statement").isEqual())
          .isFalse();
      assertThat(verified(runner, "VERIFY '" + file + "' WITHIN by_statement").isEqual()).isTrue();
    }
  }

  private static VerifyReport verified(StatementRunner runner, String statement) {
    return ((StatementResult.Verified) runner.run(statement)).report();
  }
}
