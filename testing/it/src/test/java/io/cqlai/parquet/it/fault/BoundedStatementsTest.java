package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.copy.StatementException;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Access;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of somebody who is not trusted reach one directory and nothing else. */
@CassandraTest
class BoundedStatementsTest {

  private final TestKeyspace keyspace;
  @TempDir private Path base;
  private Path inside;
  private Path outside;

  BoundedStatementsTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, name text)");
    keyspace.execute("INSERT INTO users (id, name) VALUES (1, 'Ada')");
  }

  @BeforeEach
  void makeDirectories() throws IOException {
    inside = Files.createDirectory(base.resolve("inside"));
    outside = Files.createDirectory(base.resolve("outside"));
    ParquetExporter.on(keyspace.session())
        .table("users")
        .to(outside.resolve("secret.parquet"))
        .export();
    ParquetExporter.on(keyspace.session())
        .table("users")
        .to(inside.resolve("own.parquet"))
        .export();
    Files.createSymbolicLink(inside.resolve("link.parquet"), outside.resolve("secret.parquet"));
    Files.createSymbolicLink(inside.resolve("later.parquet"), outside.resolve("later.parquet"));
    Files.createSymbolicLink(inside.resolve("folder"), outside);
  }

  @AfterEach
  void nothingOutsideWasMade() throws IOException {
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).containsExactly(outside.resolve("secret.parquet"));
    }
    try (Stream<Path> files = Files.list(inside)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("own.parquet", "link.parquet", "later.parquet", "folder");
    }
  }

  @Test
  void everyPlaceOfAStatementIsBounded() {
    try (StatementRunner runner =
        StatementRunner.on(keyspace.session())
            .keyspace(keyspace.name())
            .access(Access.under(inside))
            .build()) {
      for (String place :
          List.of(
              outside + "/secret.parquet",
              inside + "/../outside/secret.parquet",
              inside + "/link.parquet",
              inside + "/later.parquet",
              inside + "/folder/secret.parquet",
              "file://" + inside + "/own.parquet",
              "http://localhost/x.parquet",
              "s3://bucket/x.parquet",
              "~/x.parquet")) {
        for (String statement :
            List.of(
                "COPY users TO '%s'",
                "EXPLAIN COPY users TO '%s'",
                "COPY users FROM '%s'",
                "COPY users TO '" + inside + "/new.parquet' WITH MAXERRORS=1 AND ERRFILE='%s'",
                "COPY users FROM '" + inside + "/own.parquet' WITH MAXERRORS=1 AND ERRFILE='%s'",
                "CAPTURE '%s'",
                "CAPTURE APPEND '%s'")) {
          String text = statement.replace("%s", place);
          assertThatThrownBy(() -> runner.run(text))
              .as(text)
              .isInstanceOfSatisfying(
                  TransferException.class,
                  e -> assertThat(e.code()).as(text).isEqualTo(ErrorCode.ACCESS_DENIED));
        }
      }
      assertThatThrownBy(() -> runner.run("COPY users TO '" + inside + "/a\0b.parquet'"))
          .isInstanceOf(StatementException.class);
      assertThatThrownBy(() -> runner.run("COPY users TO '" + inside + "/a\nb.parquet'"))
          .isInstanceOf(StatementException.class);
    }
  }

  @Test
  void aPathOfAnotherFileSystemIsNotTakenForOneOfThisMachine() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(base.resolve("a.zip"), Map.of("create", "true"))) {
      Path elsewhere = zip.getPath(inside + "/own.parquet");
      ParquetExporter exporter = ParquetExporter.on(keyspace.session()).table("users");
      ParquetImporter importer = ParquetImporter.on(keyspace.session()).table("users");
      assertThatThrownBy(() -> exporter.to(elsewhere)).hasMessageContaining("file system");
      assertThatThrownBy(() -> exporter.errorFile(elsewhere)).hasMessageContaining("file system");
      assertThatThrownBy(() -> importer.from(elsewhere)).hasMessageContaining("file system");
      assertThatThrownBy(() -> importer.errorFile(elsewhere)).hasMessageContaining("file system");
      assertThatThrownBy(() -> exporter.checkpoint(elsewhere)).hasMessageContaining("file system");
      assertThatThrownBy(() -> importer.checkpoint(elsewhere)).hasMessageContaining("file system");
    }
    Files.delete(base.resolve("a.zip"));
  }
}
