package io.cqlai.parquet.examples.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example and looks at what it prints and leaves. */
@CassandraTest
class ExamplesTest {

  @TempDir Path directory;
  private final CqlSession session;

  ExamplesTest(TestKeyspace keyspace) {
    this.session = keyspace.session();
  }

  @BeforeEach
  void makeUsers() {
    OwnCassandra.makeUsers(session);
  }

  @Test
  void exportsATable() throws IOException {
    assertThat(printed(() -> ExportTable.run(session, directory))).startsWith("3 rows in [");
    assertThat(directory.resolve("users.parquet")).isNotEmptyFile();
  }

  @Test
  void exportsAQueryAndAPart() throws IOException {
    assertThat(printed(() -> ExportQuery.run(session, directory)))
        .isEqualToIgnoringNewLines("1 row by query, 1 by country");
  }

  @Test
  void capturesResultsAndShowsThem() throws IOException {
    assertThat(printed(() -> CaptureResults.run(session, directory)))
        .contains("Grace", "Edsger", "3 rows of 2 queries captured");
    assertThat(directory.resolve("names.parquet")).isNotEmptyFile();
  }

  @Test
  void loadsAFile() throws IOException {
    assertThat(printed(() -> ImportFile.run(session, directory)))
        .isEqualToIgnoringNewLines("3 rows loaded, 0 refused");
    assertThat(session.execute("SELECT name, tags FROM users_copy WHERE id = 1").one())
        .satisfies(row -> assertThat(row.getString("name")).isEqualTo("Ada"))
        .satisfies(row -> assertThat(row.getSet("tags", String.class)).containsExactly("a"));
  }

  @Test
  void archivesByCountryThroughOneDoor() throws IOException {
    assertThat(printed(() -> UserArchive.run(session, directory))).contains("UK: 1", "US: 1");
  }

  @Test
  void writesToAStream() throws IOException {
    assertThat(printed(() -> StreamOut.run(session, directory))).endsWith("bytes sent\n");
  }

  @Test
  void cancelsATransferAndLeavesNothingHalfDone() throws IOException {
    String printed = printed(() -> CancelTransfer.run(session, directory));

    assertThat(printed).containsAnyOf("a file is there: false", "It had ended before: 3 rows");
  }

  @Test
  void usesASessionOfItsOwnForBulkWork() throws IOException {
    assertThat(printed(() -> TwoSessions.run(session, directory)))
        .isEqualToIgnoringNewLines("3 rows through the session for bulk work");
  }

  @Test
  void explainsBeforeItRuns() throws IOException {
    assertThat(printed(() -> ExplainFirst.run(session, directory)))
        .contains("Column   id int -> INT32", "\"rowsWritten\" : 3");
  }

  @Test
  void exportsADirectory() throws Exception {
    assertThat(printed(() -> ExportDirectory.run(session, directory)))
        .containsSubsequence("_SUCCESS", "_manifest.json", "part-00000.parquet", "Rows: 3");
  }

  @Test
  void verifiesAFile() throws IOException {
    assertThat(printed(() -> VerifyFile.run(session, directory)))
        .contains("The same rows: true", "The same rows: false")
        .contains("Difference[kind=OTHER_VALUES, where=id = 1, columns=[name]]");
  }

  private interface Example {
    void run() throws IOException;
  }

  private static String printed(Example example) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      example.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
