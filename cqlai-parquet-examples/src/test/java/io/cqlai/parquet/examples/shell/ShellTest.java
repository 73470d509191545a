package io.cqlai.parquet.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shell as a process of its own, as a person or a script would. */
@CassandraTest
class ShellTest {

  @TempDir Path directory;
  private final CassandraServer server;
  private final TestKeyspace keyspace;

  ShellTest(CassandraServer server, TestKeyspace keyspace) {
    this.server = server;
    this.keyspace = keyspace;
  }

  @BeforeEach
  void makeTable() {
    keyspace.execute("CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY, name text)");
    keyspace.execute("INSERT INTO t (id, name) VALUES (1, 'Ada')");
  }

  @Test
  void runsCqlAndCopyAndPrintsTheirResults() throws Exception {
    Path file = directory.resolve("t.parquet");

    Ended ended = shell("-e", "COPY t TO '" + file + "'; SELECT name FROM t; DESCRIBE TABLE t;");

    // a slow machine may have seen a line of progress
    assertThat(ended.err.lines().filter(line -> !line.contains("rows/s"))).isEmpty();
    assertThat(ended.out)
        .contains(
            "Exported 1 row in", "Ada |", "(1 row)", "CREATE TABLE " + keyspace.name() + ".t");
    assertThat(ended.status).isZero();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void endsInAStatusThatTellsOfADifference() throws Exception {
    keyspace.execute("CREATE TABLE v (id int PRIMARY KEY, name text)");
    keyspace.execute("INSERT INTO v (id, name) VALUES (1, 'Ada')");
    Path file = directory.resolve("v.parquet");
    String verify = "VERIFY '" + file + "' AGAINST v;";

    Ended same = shell("-e", "COPY v TO '" + file + "'; " + verify);
    Ended other = shell("-e", "INSERT INTO v (id) VALUES (2); " + verify + " SELECT name FROM v;");

    String table = keyspace.name() + ".v";
    assertThat(same.out).contains("Verified: 1 row in the file, 1 row in " + table);
    assertThat(same.status).isZero();
    assertThat(other.out)
        .contains("Differs: 1 row in the file, 2 rows in " + table)
        .contains("Only in table: 1", "  Only in table: id = 2")
        .doesNotContain("Ada |");
    assertThat(other.status).isEqualTo(1);
  }

  @Test
  void capturesWhatItShowsAndPublishesAtItsEnd() throws Exception {
    Path file = directory.resolve("c.parquet");

    Ended ended = shell("-e", "CAPTURE; CAPTURE '" + file + "'; SELECT name FROM t; CAPTURE;");

    assertThat(ended.out)
        .contains(
            "Nothing is being captured",
            "Capturing to " + file + "; CAPTURE OFF ends it",
            "Ada |",
            "Capturing to " + file + ": 1 row of 1 query so far");
    assertThat(ended.status).isZero();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void saysOfACaptureWithoutAQueryThatThereIsNoFile() throws Exception {
    Ended ended = shell("-e", "CAPTURE '" + directory.resolve("c.parquet") + "'; CAPTURE OFF");

    assertThat(ended.out).contains("Warning: No query was captured, so no file was written");
    assertThat(ended.status).isZero();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void showsThePlaceOfAMistakeWithACaretAndAHintAndMakesNoFile() throws Exception {
    Path file = directory.resolve("x.parquet");

    Ended ended =
        shell("-e", "COPY " + keyspace.name() + ".t TO '" + file + "' WITH COMPRESION='ZSTD'");

    assertThat(ended.status).isEqualTo(1);
    assertThat(ended.err).contains("line 1, column", "^^^^^^^^^^", "did you mean COMPRESSION?");
    assertThat(ended.out).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void stopsAtTheFirstStatementThatFails() throws Exception {
    Path script = Files.writeString(directory.resolve("s.cql"), "SELECT * FROM nope;\nSELECT 1;");

    Ended ended = shell("-f", script.toString());

    assertThat(ended.status).isEqualTo(1);
    assertThat(ended.err).contains("nope");
    assertThat(ended.out).isEmpty();
  }

  @Test
  void readsStandardInput() throws Exception {
    Ended ended = shellWithInput("SELECT id FROM t;");

    assertThat(ended.out).contains("(1 row)");
    assertThat(ended.status).isZero();
  }

  @Test
  void copiesToStandardOutputAndFromStandardInput() throws Exception {
    Ended out = shell("-e", "COPY t TO STDOUT");

    assertThat(out.out).isEqualTo("id,name\n1,Ada\n");
    assertThat(out.err).contains("Exported 1 row in");
    assertThat(out.status).isZero();

    keyspace.execute("CREATE TABLE IF NOT EXISTS u (id int PRIMARY KEY, name text)");
    Ended in = run(out.out, connected("-e", "COPY u FROM STDIN; SELECT name FROM u"));
    assertThat(in.out).contains("Imported 1 row in", "Ada |");
    assertThat(in.status).isZero();

    Ended script = shellWithInput("COPY u FROM STDIN;");
    assertThat(script.err).contains("There is no STDIN here");
    assertThat(script.status).isEqualTo(1);
  }

  @Test
  void saysThatNoServerAnswers() throws Exception {
    Ended ended = run("", List.of("--port", "1", "-e", "SELECT 1"));

    assertThat(ended.status).isEqualTo(1);
    assertThat(ended.err).contains("127.0.0.1");
  }

  private Ended shell(String... arguments) throws Exception {
    return run("", connected(arguments));
  }

  private Ended shellWithInput(String input) throws Exception {
    return run(input, connected());
  }

  private List<String> connected(String... arguments) {
    InetSocketAddress address = server.contactPoints().get(0);
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--host", address.getHostString()));
    all.addAll(List.of("--port", Integer.toString(address.getPort())));
    all.addAll(List.of("-k", keyspace.name()));
    all.addAll(List.of(arguments));
    return all;
  }

  private Ended run(String input, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Shell.class.getName()));
    command.addAll(arguments);
    Path out = Files.createTempFile("shell", ".out");
    Path err = Files.createTempFile("shell", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the shell ends").isTrue();
      return new Ended(process.exitValue(), Files.readString(out), withoutWarningsOfTheJvm(err));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Newer JVMs tell of what libraries do that later ones will not let them do. */
  private static String withoutWarningsOfTheJvm(Path err) throws IOException {
    return Files.readString(err)
        .lines()
        .filter(line -> !line.startsWith("WARNING: "))
        .collect(Collectors.joining("\n"));
  }

  private record Ended(int status, String out, String err) {}
}
