package io.cqlai.parquet.it.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.StatementResult;
import io.cqlai.parquet.StatementResult.CaptureEnded;
import io.cqlai.parquet.StatementResult.CaptureStarted;
import io.cqlai.parquet.StatementResult.CaptureState;
import io.cqlai.parquet.StatementResult.Rows;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** CAPTURE statements, as a shell runs them. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class CaptureStatementsTest {

  private CqlSession session;
  @TempDir private Path directories;
  private Path directory;
  private Path file;

  @BeforeAll
  void makeTables(TestKeyspace keyspace) {
    session = keyspace.session();
    Users.create(session, "users", 100);
  }

  @BeforeEach
  void makeDirectory() throws Exception {
    directory = Files.createTempDirectory(directories, "statements");
    file = directory.resolve("c.parquet");
  }

  @Test
  void capturesWhatIsShownAndNothingElse() throws Exception {
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      assertThat(runner.run("CAPTURE")).isInstanceOf(CaptureState.class);
      CaptureStarted started = (CaptureStarted) runner.run("CAPTURE '" + file + "'");
      assertThat(started.capture().target()).isEqualTo(file.toString());
      assertThat(started.silent()).isFalse();
      Rows shown = (Rows) runner.run("select id, name from users where country = 'US';");
      assertThat(shown.rows().all()).hasSize(25);
      assertThat(((Rows) runner.run("DESCRIBE TABLE users")).rows().all()).isNotEmpty();
      runner.run("INSERT INTO users (id) VALUES (0) IF NOT EXISTS");
      CaptureState state = (CaptureState) runner.run("CAPTURE;");
      assertThat(state.capture().orElseThrow().rows()).isEqualTo(25);
      assertThat(file).doesNotExist();
      CaptureEnded ended = (CaptureEnded) runner.run("CAPTURE OFF");
      assertThat(ended.capture().rows()).isEqualTo(25);
      assertThat(((CaptureState) runner.run("CAPTURE")).capture()).isEmpty();
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(25);
  }

  @Test
  void silentlyCapturesWithoutShowing() throws Exception {
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      runner.run("CAPTURE SILENT '" + file + "' COMPRESSION='ZSTD'");
      StatementResult result = runner.run("SELECT id FROM users");
      assertThat(((StatementResult.Captured) result).rows()).isEqualTo(100);
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(100);
    assertThat(
            CapturedFile.number(
                "SELECT count(*) FROM parquet_metadata('" + file + "') WHERE compression = 'ZSTD'"))
        .isEqualTo(1);
  }

  @Test
  void aRunnerThatIsClosedPublishesWhatItHas() throws Exception {
    for (int i = 1; i <= 2; i++) {
      try (StatementRunner runner = StatementRunner.on(session).build()) {
        runner.run("CAPTURE APPEND '" + file + "'");
        ((Rows) runner.run("SELECT id FROM users WHERE id = " + i)).rows().all();
        ((Rows) runner.run("SELECT id FROM users")).rows().one();
      }
      assertThat(CapturedFile.rows(file)).isEqualTo(i);
      assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
    }
  }

  @Test
  void aRunnerThatIsClosedCancelsTheQueryThatIsCaptured() throws Exception {
    Users.createPlain(session, "many", 5_000);
    CompletableFuture<StatementResult> query;
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      runner.run("CAPTURE SILENT '" + file + "' PAGESIZE=1");
      query = CompletableFuture.supplyAsync(() -> runner.run("SELECT * FROM many"));
      while (CapturedFile.files(directory).isEmpty() && !query.isDone()) {
        Thread.onSpinWait();
      }
    }
    assertThatThrownBy(query::join).hasMessageContaining("was cancelled");
    assertThat(CapturedFile.files(directory)).isEmpty();
  }

  @Test
  void saysWhatIsWrongAndWhatToDo() throws Exception {
    try (StatementRunner runner =
        StatementRunner.on(session).access(Access.under(directory)).build()) {
      fails(runner, "CAPTURE OFF", "BAD_CALL", "Nothing is being captured", "CAPTURE 'results");
      fails(
          runner,
          "CAPTURE '" + directory + "/none/c.parquet'",
          "TARGET_UNUSABLE",
          "there is no directory",
          "Create the directory first");
      fails(
          runner,
          "CAPTURE '" + directory + "'",
          "TARGET_UNUSABLE",
          "is a directory",
          "Name a file");
      fails(
          runner,
          "CAPTURE '" + directory + "/c.data'",
          "BAD_OPTION",
          "FORMAT is not given",
          "FORMAT='PARQUET'");
      fails(runner, "CAPTURE '/tmp/c.parquet'", "ACCESS_DENIED", "it lies outside", "below");
      fails(
          runner,
          "CAPTURE '" + file + "' METADATA='{\"cqlai.x\": \"y\"}'",
          "BAD_OPTION",
          "cqlai.x",
          "another name");
      fails(
          runner,
          "CAPTURE '" + file + "' EXECUTION_PROFILE='bulk'",
          "BAD_OPTION",
          "no profile 'bulk'",
          "It has");
      runner.run("CAPTURE '" + file + "'");
      fails(
          runner,
          "CAPTURE '" + file + "'",
          "BAD_CALL",
          "being captured to " + file + " already",
          "CAPTURE OFF first");
      fails(runner, "SELECT nope FROM users", "SERVER_REFUSED", "nope", "");
      fails(
          runner, "SELECT * FROM users WHERE name = 'x'", "SERVER_REFUSED", "ALLOW FILTERING", "");
      ((Rows) runner.run("SELECT id FROM users WHERE id = 1")).rows().all();
      fails(
          runner,
          "SELECT name FROM users",
          "SCHEMA_DIFFERS",
          "column 1 was id int and is name text",
          "CSV or JSON");
      assertThat(((CaptureEnded) runner.run("CAPTURE OFF")).capture().rows()).isEqualTo(1);
    }
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
  }

  @Test
  void aCaptureWhoseDirectoryVanishesIsKeptUntilItCanBeWritten() throws Exception {
    Path inner = Files.createDirectory(directory.resolve("inner"));
    Path target = inner.resolve("c.parquet");
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      runner.run("CAPTURE SILENT '" + target + "'");
      runner.run("SELECT id FROM users WHERE id = 1");
      Files.createDirectory(target);
      assertThatThrownBy(() -> runner.run("CAPTURE OFF"))
          .hasMessageContaining(target.toString())
          .hasMessageContaining("is a directory");
      Files.delete(target);
      assertThat(runner.run("CAPTURE OFF")).isInstanceOf(CaptureEnded.class);
    }
    assertThat(CapturedFile.rows(target)).isEqualTo(1);
  }

  @Test
  void aRunnerThatCannotPublishNamesThePartsAndCanBeClosedAgain() throws Exception {
    StatementRunner runner = StatementRunner.on(session).build();
    runner.run("CAPTURE SILENT '" + file + "'");
    runner.run("SELECT id FROM users WHERE id = 1");
    runner.run("SELECT id FROM users WHERE id = 2");
    List<String> parts = CapturedFile.files(directory);
    Files.createDirectory(file);

    assertThatThrownBy(runner::close)
        .hasMessageContaining("is a directory")
        .hasMessageContaining("kept in ")
        .hasMessageContaining(directory.resolve(parts.get(0)).toString())
        .hasMessageContaining(directory.resolve(parts.get(1)).toString());
    assertThat(CapturedFile.files(directory)).hasSize(3).containsAll(parts);
    assertThat(CapturedFile.number("SELECT count(*) FROM read_parquet('" + directory + "/.*.tmp')"))
        .isEqualTo(2);

    Files.delete(file);
    runner.close();
    assertThat(CapturedFile.rows(file)).isEqualTo(2);
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
  }

  private static void fails(
      StatementRunner runner, String statement, String code, String why, String remedy) {
    TransferException e =
        catchThrowableOfType(TransferException.class, () -> runner.run(statement));
    assertThat(e).as(statement).isNotNull();
    assertThat(e).hasMessageContaining(why).hasMessageContaining(remedy);
    assertThat(e.code().name()).matches(code);
  }
}
