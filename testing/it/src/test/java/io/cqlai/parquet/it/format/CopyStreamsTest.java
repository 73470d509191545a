package io.cqlai.parquet.it.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.StatementResult.Exported;
import io.cqlai.parquet.StatementResult.Imported;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** COPY TO STDOUT and COPY FROM STDIN. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class CopyStreamsTest {

  private static final int ROWS = 1_000;

  private CqlSession session;
  @TempDir private Path directory;

  @BeforeAll
  void makeTables(TestKeyspace keyspace) {
    session = keyspace.session();
    session.execute("CREATE TABLE t (id int PRIMARY KEY, name text)");
    session.execute("CREATE TABLE copied (id int PRIMARY KEY, name text)");
    for (int id = 0; id < ROWS; id++) {
      session.execute("INSERT INTO t (id, name) VALUES (?, ?)", id, "name, of " + id);
    }
  }

  @BeforeEach
  void emptyTheCopy() {
    session.execute("TRUNCATE copied");
  }

  @Test
  void rowsGoOutAndComeBack() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StatementRunner runner = StatementRunner.on(session).standardOutput(out).build()) {
      Exported exported = (Exported) runner.run("COPY t TO STDOUT");
      assertThat(exported.report().rowsWritten()).isEqualTo(ROWS);
      assertThat(exported.report().bytes()).isEqualTo(out.size());
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("id,name\n").hasLineCount(ROWS + 1);

    List<String> before = spools();
    InputStream in = new ByteArrayInputStream(out.toByteArray());
    try (StatementRunner runner = StatementRunner.on(session).standardInput(in).build()) {
      Imported imported = (Imported) runner.run("COPY copied FROM STDIN");
      assertThat(imported.report().rowsWritten()).isEqualTo(ROWS);
      assertThat(imported.report().bytes()).isEqualTo(out.size());
    }
    assertThat(copied()).isEqualTo(ROWS);
    assertThat(spools()).isEqualTo(before);
  }

  @Test
  void oneStatementFeedsAnother() throws Exception {
    Pipe pipe = Pipe.open();
    try (InputStream in = Channels.newInputStream(pipe.source());
        OutputStream out = Channels.newOutputStream(pipe.sink());
        StatementRunner reading = StatementRunner.on(session).standardInput(in).build();
        StatementRunner writing = StatementRunner.on(session).standardOutput(out).build()) {
      CompletableFuture<Imported> imported =
          CompletableFuture.supplyAsync(
              () -> (Imported) reading.run("COPY copied (name, id) FROM STDIN WITH HEADER=false"));
      writing.run("COPY t (name, id) TO STDOUT WITH HEADER=false");
      out.close();
      assertThat(imported.join().report().rowsWritten()).isEqualTo(ROWS);
    }
    assertThat(copied()).isEqualTo(ROWS);
  }

  @Test
  void rowsThatDoNotFitAreKept() throws Exception {
    Path errors = directory.resolve("errors.csv");
    InputStream in = text("id,name\n1,a\nx,b\n3,c\n");
    try (StatementRunner runner = StatementRunner.on(session).standardInput(in).build()) {
      Imported imported =
          (Imported)
              runner.run("COPY copied FROM STDIN WITH MAXERRORS=5 AND ERRFILE='" + errors + "'");
      assertThat(imported.report().rowsWritten()).isEqualTo(2);
      assertThat(imported.report().rowsRejected()).isEqualTo(1);
    }
    assertThat(errors).isNotEmptyFile();
  }

  @Test
  void streamsThatFailEndTheStatement() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (StatementRunner runner = StatementRunner.on(session).standardOutput(full).build()) {
      fails(runner, "COPY t TO STDOUT", ErrorCode.STORAGE_FAILED, "Broken pipe");
    }
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("The line is dead");
          }
        };
    InputStream in = new SequenceInputStream(text("id,name\n1,a\n"), failing);
    try (StatementRunner runner = StatementRunner.on(session).standardInput(in).build()) {
      fails(runner, "COPY copied FROM STDIN", ErrorCode.STORAGE_FAILED, "The line is dead");
    }
  }

  @Test
  void whatAStreamCannotDoIsRefused() {
    try (StatementRunner runner = StatementRunner.on(session).build()) {
      fails(runner, "COPY t TO STDOUT", ErrorCode.BAD_CALL, "There is no STDOUT here");
      fails(runner, "COPY copied FROM STDIN", ErrorCode.BAD_CALL, "There is no STDIN here");
      fails(runner, "EXPLAIN COPY copied FROM STDIN", ErrorCode.UNSUPPORTED, "EXPLAIN");
      assertThatThrownBy(() -> runner.run("COPY t TO STDOUT WITH FORMAT='PARQUET'"))
          .hasMessageContaining("a Parquet file ends with its index");
      assertThatThrownBy(() -> runner.run("COPY copied FROM STDIN WITH FORMAT='PARQUET'"))
          .hasMessageContaining("a Parquet file is read from its end");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StatementRunner runner = StatementRunner.on(session).standardOutput(out).build()) {
      fails(
          runner,
          "COPY t TO STDOUT WITH IF_EXISTS='ERROR'",
          ErrorCode.BAD_OPTION,
          "IF_EXISTS does not apply");
      fails(
          runner,
          "COPY t TO STDOUT WITH COMPRESSION='ZSTD'",
          ErrorCode.BAD_OPTION,
          "COMPRESSION does not apply to CSV");
    }
    assertThat(out.size()).isZero();
  }

  @Test
  void aProgramReadsAStreamOnceAndNotAsParquet() {
    ParquetImporter door = ParquetImporter.on(session).table("copied").from(text("id\n1\n2\n"));
    assertThatThrownBy(door::load).hasMessageContaining("A Parquet file is read from its end");

    ParquetImporter csv =
        ParquetImporter.on(session).table("copied").from(text("id\n1\n2\n")).format(Format.CSV);
    assertThat(csv.plan().columns()).anyMatch(line -> line.contains("id"));
    ImportReport report = csv.load();
    assertThat(report.rowsWritten()).isEqualTo(2);
    assertThatThrownBy(csv::load).hasMessageContaining("a stream is read once");
  }

  private static void fails(
      StatementRunner runner, String statement, ErrorCode code, String message) {
    TransferException e =
        catchThrowableOfType(TransferException.class, () -> runner.run(statement));
    assertThat(e).as(statement).isNotNull().hasMessageContaining(message);
    assertThat(e.code()).as(statement).isEqualTo(code);
  }

  private int copied() {
    return session.execute("SELECT id FROM copied").all().size();
  }

  private static InputStream text(String lines) {
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> spools() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("cqlai-") && name.endsWith(".input"))
          .sorted()
          .toList();
    }
  }
}
