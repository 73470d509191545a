package io.cqlai.parquet.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.option.IfExists;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.RunningCassandra;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is said when an export cannot be done, and that the target is as it was. */
@CassandraTest
class ExportErrorsTest {

  private final TestKeyspace keyspace;
  private final CassandraServer server;
  @TempDir private Path directory;

  ExportErrorsTest(TestKeyspace keyspace, CassandraServer server) {
    this.keyspace = keyspace;
    this.server = server;
  }

  @BeforeEach
  void makeTableAndTarget() throws IOException {
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, name text, n varint)");
    keyspace.execute(
        "INSERT INTO users (id, name, n) VALUES (7, 'Ada', 1234567890123456789012345678901234567890)");
    Files.writeString(directory.resolve("old.parquet"), "what stood here before");
    Files.createDirectory(directory.resolve("folder"));
    Files.writeString(directory.resolve("folder/own.txt"), "a file of the user's own");
  }

  @AfterEach
  void looksAtTheTarget() throws IOException {
    assertThat(directory.resolve("old.parquet")).hasContent("what stood here before");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("old.parquet", "folder");
    }
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrongWhyAndWhatToDo() {
    String ks = keyspace.name();
    return Stream.of(
        wrong(
            "no such table",
            door -> door.table(ks, "usres"),
            "NO_SUCH_TABLE",
            "Keyspace " + ks + " has no table usres",
            "Did you mean users?"),
        wrong(
            "no such keyspace",
            door -> door.table("nope", "users"),
            "NO_SUCH_KEYSPACE",
            "keyspace nope",
            ""),
        wrong(
            "no such column",
            door -> door.table(ks, "users").columns("id", "nmae"),
            "NO_SUCH_COLUMN",
            "Table " + ks + ".users has no column nmae",
            "Did you mean name?"),
        wrong(
            "a column twice",
            door -> door.table(ks, "users").columns("id", "id"),
            "BAD_OPTION",
            "Column id is named twice",
            "Name each column once"),
        wrong(
            "a condition that the server refuses",
            door -> door.table(ks, "users").where("nope = 1"),
            "BAD_QUERY",
            "nope",
            "Check the condition or the query"),
        wrong(
            "values without markers",
            door -> door.table(ks, "users").where("name = 'Ada'", 5),
            "BAD_QUERY",
            "bind markers",
            "Give one value for each marker"),
        wrong(
            "a value of the wrong type",
            door -> door.table(ks, "users").where("name = ?", 5),
            "BAD_QUERY",
            "does not fit its bind marker",
            "Java type"),
        wrong(
            "a query that returns nothing",
            door -> door.query("INSERT INTO " + ks + ".users (id) VALUES (1)"),
            "BAD_QUERY",
            "returns no rows",
            "Give a SELECT"),
        wrong(
            "a type that a column cannot have",
            door -> door.table(ks, "users").types(Map.of("name", "UUID")),
            "TYPE_MISMATCH",
            "name",
            ""),
        wrong(
            "a profile that is not configured",
            door -> door.table(ks, "users").executionProfile("bulk"),
            "BAD_OPTION",
            "no profile 'bulk'",
            "It has [default"),
        wrong(
            "metadata that is ours",
            door -> door.table(ks, "users").metadata(Map.of("cqlai.x", "y")),
            "BAD_OPTION",
            "cqlai.x",
            ""),
        wrong(
            "tokens in the wrong order",
            door -> door.table(ks, "users").beginToken(5).endToken(-5),
            "BAD_OPTION",
            "BEGINTOKEN 5 is not below ENDTOKEN -5",
            "two exports"),
        wrong(
            "tokens for a query",
            door -> door.query("SELECT * FROM " + ks + ".users").beginToken(5),
            "BAD_OPTION",
            "BEGINTOKEN and ENDTOKEN apply to a table",
            "token(…)"),
        wrong(
            "a value that does not fit",
            door -> door.table(ks, "users"),
            "TOO_MANY_ERRORS",
            "column n of the row with id = 7",
            "PROFILE='MIGRATION'"));
  }

  private DynamicTest wrong(
      String name, UnaryOperator<ParquetExporter> export, String code, String why, String remedy) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          ParquetExporter door =
              export
                  .apply(ParquetExporter.on(keyspace.session()))
                  .to(directory.resolve("old.parquet"));
          fails(door, code, why, remedy);
        });
  }

  @TestFactory
  Stream<DynamicTest> saysWhyATargetCannotBeUsed() {
    return Stream.of(
        badTarget("folder", "TARGET_EXISTS", "is not empty: it holds own.txt", "IF_EXISTS"),
        badTarget("folder/", "TARGET_EXISTS", "is not empty: it holds own.txt", "IF_EXISTS"),
        badTarget("old.parquet/", "TARGET_UNUSABLE", "is not a directory", "Name another"),
        badTarget("none/folder/", "TARGET_UNUSABLE", "there is no directory", "Create"),
        badTarget("s3://bucket/folder/", "UNSUPPORTED", "another storage", "a local directory"),
        badTarget("none/x.parquet", "TARGET_UNUSABLE", "there is no directory", "Create"),
        badTarget("x.data", "BAD_OPTION", "FORMAT is not given", "Say FORMAT='PARQUET'"));
  }

  private DynamicTest badTarget(String target, String code, String why, String remedy) {
    return DynamicTest.dynamicTest(
        target,
        () ->
            fails(
                door().to(target.contains("://") ? target : directory + "/" + target),
                code,
                why,
                remedy));
  }

  @Test
  void keepsWithinItsAccess() {
    ParquetExporter bounded = door().access(Access.under(directory.resolve("folder")));

    fails(
        bounded.to(directory.resolve("x.parquet")),
        "ACCESS_DENIED",
        "it lies outside",
        "Name a file below that directory");
  }

  @Test
  void doesNotReplaceWhatIsNotToBeReplaced() {
    fails(
        door().ifExists(IfExists.ERROR).to(directory.resolve("old.parquet")),
        "TARGET_EXISTS",
        "exists, and IF_EXISTS is ERROR",
        "IF_EXISTS='REPLACE'");
  }

  @Test
  void needsASourceAndATarget() {
    fails(ParquetExporter.on(keyspace.session()), "BAD_CALL", "what to export", ".table(…)");
    fails(door(), "BAD_CALL", "does not say where to", ".to(…)");
  }

  @Test
  void saysThatTheSessionIsClosed() {
    CqlSession closed = RunningCassandra.at(server.contactPoints().get(0)).newSession();
    closed.close();

    fails(
        ParquetExporter.on(closed)
            .table(keyspace.name(), "users")
            .to(directory.resolve("old.parquet")),
        "SESSION_CLOSED",
        "CqlSession that was given is closed",
        "keep it open");
  }

  private ParquetExporter door() {
    return ParquetExporter.on(keyspace.session()).table(keyspace.name(), "users").columns("id");
  }

  private static void fails(ParquetExporter door, String code, String why, String remedy) {
    TransferException e = catchThrowableOfType(TransferException.class, door::export);
    assertThat(e).isNotNull().hasMessageContaining(why).hasMessageContaining(remedy);
    assertThat(e.code().name()).isEqualTo(code);
  }
}
