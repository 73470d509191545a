package io.cqlai.parquet.it.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementResult.Rows;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.report.CaptureReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Captures to files of text. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class CaptureTextTest {

  private static final int USERS = 1_200;

  private CqlSession session;
  @TempDir private Path directories;
  private Path directory;
  private Path csv;

  @BeforeAll
  void makeTables(TestKeyspace keyspace) {
    session = keyspace.session();
    Users.create(session, "users", USERS);
    Users.createPlain(session, "copied", 0);
  }

  @BeforeEach
  void makeDirectory() throws Exception {
    directory = Files.createTempDirectory(directories, "text");
    csv = directory.resolve("c.csv");
  }

  @Test
  void csvHoldsTheRowsOfAllQueriesAndCanBeImported() throws Exception {
    CaptureSession capture = CaptureSession.on(session).to(csv).pageRows(100).open();
    capture.query("SELECT * FROM users WHERE country = ?", "US");
    capture.write(session.execute("SELECT * FROM users WHERE country = 'UK'"));
    capture.write(
        session
            .executeAsync(
                SimpleStatement.newInstance("SELECT * FROM users WHERE country = 'CA'")
                    .setPageSize(7))
            .toCompletableFuture()
            .join());
    assertThat(capture.tee("SELECT * FROM users WHERE country = 'DE'").all()).hasSize(300);
    assertThatThrownBy(() -> capture.query("SELECT id FROM users"))
        .hasMessageContaining("column 2 was age and is missing")
        .hasMessageContaining("JSON, or with HEADER=false");
    CaptureReport report = capture.publish();

    assertThat(report.rows()).isEqualTo(USERS);
    assertThat(report.queries()).isEqualTo(4);
    assertThat(report.bytes()).isEqualTo(Files.size(csv));
    assertThat(CapturedFile.files(directory)).containsExactly("c.csv");
    assertThat(csv).content().startsWith("id,age,country,email,name,status\n");
    assertThat(CapturedFile.rows(csv)).isEqualTo(USERS);
    assertThat(ParquetImporter.on(session).table("copied").from(csv).load().rowsWritten())
        .isEqualTo(USERS);
    assertThat(session.execute("SELECT * FROM copied").all()).hasSize(USERS);
  }

  @Test
  void statementsSayTheFormatByWordByOptionAndByName() throws Exception {
    Path text = directory.resolve("c.txt");
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      runner.run("CAPTURE CSV '" + text + "' WITH DELIMITER='|' AND NULL='-'");
      show(runner, "SELECT id, null_is_here FROM empty_columns");
      runner.run("CAPTURE OFF");
      assertThat(text).hasContent("id|null_is_here\n1|-\n");

      runner.run("CAPTURE '" + text + "' FORMAT='CSV' HEADER=false");
      show(runner, "SELECT id FROM users WHERE id = 1");
      show(runner, "SELECT count(*), max(id) FROM users");
      runner.run("CAPTURE OFF");
      assertThat(text).hasContent("1\n1200,1199\n");

      for (int i = 1; i <= 2; i++) {
        runner.run("CAPTURE APPEND SILENT '" + csv + "'");
        runner.run("SELECT id FROM users WHERE id = " + i);
        runner.run("CAPTURE OFF");
      }
      assertThat(csv).hasContent("id\n1\n2\n");
    }
  }

  @Test
  void jsonTakesResultsOfAnyColumns() throws Exception {
    Path json = directory.resolve("c.jsonl");
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      runner.run("CAPTURE '" + json + "'");
      show(runner, "SELECT count(*) AS users FROM users");
      show(runner, "SELECT id, name FROM users WHERE id = 7");
      runner.run("CAPTURE OFF");
      assertThat(json).hasContent("{\"users\":1200}\n{\"id\":7,\"name\":\"name 7\"}\n");

      runner.run("CAPTURE APPEND SILENT JSON '" + json + "'");
      runner.run("SELECT id FROM users");
      runner.run("CAPTURE OFF");
    }
    assertThat(CapturedFile.rows(json)).isEqualTo(2 + USERS);
    assertThat(CapturedFile.number("SELECT count(DISTINCT id) FROM '" + json + "'"))
        .isEqualTo(USERS);
    assertThat(CapturedFile.files(directory)).containsExactly("c.jsonl");
  }

  @Test
  void whatHoldsNoLinesOfJsonIsNotAddedTo() throws Exception {
    Path json = Files.writeString(directory.resolve("c.json"), "[{\"id\": 1}]");
    try (CaptureSession capture = CaptureSession.on(session).to(json).append().open()) {
      assertThatThrownBy(() -> capture.query("SELECT id FROM users"))
          .hasMessageContaining("array of JSON");
    }
    assertThat(json).hasContent("[{\"id\": 1}]");
    assertThat(CapturedFile.files(directory)).containsExactly("c.json");
  }

  @Test
  void optionsOfAnotherFormatAreRefused() throws Exception {
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      assertThatThrownBy(() -> runner.run("CAPTURE CSV '" + csv + "' COMPRESSION='ZSTD'"))
          .hasMessageContaining("COMPRESSION does not apply to FORMAT=CSV");
      assertThatThrownBy(() -> runner.run("CAPTURE '" + csv + "' COMPRESSION='ZSTD'"))
          .hasMessageContaining("COMPRESSION does not apply to CSV");
      assertThatThrownBy(() -> runner.run("CAPTURE '" + directory + "/c.parquet' HEADER=false"))
          .hasMessageContaining("HEADER does not apply to PARQUET");
      assertThatThrownBy(() -> runner.run("CAPTURE '" + csv + "' QUOTE=','"))
          .hasMessageContaining("QUOTE and DELIMITER are the same");
    }
    assertThat(CapturedFile.files(directory)).isEmpty();
  }

  @Test
  void namesThatTheEncodingLacksAreRefused() {
    try (CaptureSession capture =
        CaptureSession.on(session).to(csv).encoding(StandardCharsets.US_ASCII).open()) {
      assertThatThrownBy(() -> capture.tee("SELECT id AS \"é\" FROM users"))
          .hasMessageContaining("cannot be written in US-ASCII");
    }
    assertThat(csv).doesNotExist();
  }

  @BeforeAll
  void makeATableWithANull(TestKeyspace keyspace) {
    keyspace.execute("CREATE TABLE empty_columns (id int PRIMARY KEY, null_is_here text)");
    keyspace.execute("INSERT INTO empty_columns (id) VALUES (1)");
  }

  private static void show(StatementRunner runner, String select) {
    ((Rows) runner.run(select)).rows().all();
  }
}
