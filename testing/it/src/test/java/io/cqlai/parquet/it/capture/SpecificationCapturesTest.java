package io.cqlai.parquet.it.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.copy.CaptureStart;
import io.cqlai.parquet.copy.Fragment;
import io.cqlai.parquet.copy.StatementException;
import io.cqlai.parquet.copy.Statements;
import io.cqlai.parquet.examples.shell.Shell;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import io.cqlai.parquet.testkit.process.ProcessResult;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every CAPTURE example of the specification, run as it stands in the examples' shell. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
@Tag("long")
class SpecificationCapturesTest {

  private static final Path EXAMPLES =
      Path.of(
          "../../cqlai-parquet-copy/src/test/resources/io/cqlai/parquet/copy/specification-examples.md");
  private static final Pattern BLOCK = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

  private CqlSession session;
  private String keyspaceName;
  private InetSocketAddress address;
  @TempDir private Path directory;

  /** A capture with the queries in it, and the file that it makes. */
  private record Example(String text, CaptureStart start, List<String> queries) {}

  @BeforeAll
  void makeTables(TestKeyspace keyspace, CassandraServer server) {
    session = keyspace.session();
    keyspaceName = keyspace.name();
    address = server.contactPoints().get(0);
    Users.create(session, "users", 200);
    session.execute("CREATE TABLE events (id int PRIMARY KEY, date date, kind text)");
    session.execute("CREATE INDEX ON events (date) USING 'sai'");
    session.execute(
        "CREATE TABLE metrics (hour timestamp, metric_name text, value double,"
            + " PRIMARY KEY (hour, metric_name))");
    session.execute("CREATE TABLE orders (order_id int PRIMARY KEY, total decimal)");
    for (int i = 0; i < 60; i++) {
      session.execute("INSERT INTO orders (order_id, total) VALUES (?, 1.50)", i);
      session.execute(
          "INSERT INTO events (id, date, kind) VALUES (?, '2024-01-0" + (1 + i % 5) + "', 'k')", i);
      session.execute(
          "INSERT INTO metrics (hour, metric_name, value) VALUES ('2024-01-01 0"
              + i % 4
              + ":00:00', ?, 1.5)",
          "m" + i);
    }
  }

  @Test
  void eachWritesTheRowsThatCqlCounts() throws Exception {
    List<Example> examples = examples();
    assertThat(examples).hasSize(9);
    for (Example example : examples) {
      Path target = Path.of(example.start.target());
      Files.deleteIfExists(target);
      try {
        check(example, target);
      } finally {
        Files.deleteIfExists(target);
      }
    }
  }

  private void check(Example example, Path target) throws Exception {
    long expected = 0;
    for (String query : example.queries) {
      expected += session.execute(query).all().size();
    }
    assertThat(expected).as(example.text).isPositive();

    ProcessResult shell = shell(example.text);

    assertThat(shell.exitStatus()).as(shell.output()).isZero();
    assertThat(shell.output()).contains("Capturing to " + target, "Captured " + expected + " row");
    boolean silent = example.start.modes().toString().contains("SILENT");
    assertThat(shell.output().contains("country |")).isEqualTo(!silent && asksForUsers(example));
    assertThat(CapturedFile.rows(target)).as(example.text).isEqualTo(expected);
  }

  private static boolean asksForUsers(Example example) {
    return example.queries.get(0).contains("* FROM users");
  }

  private ProcessResult shell(String statements) throws Exception {
    Path script = Files.writeString(directory.resolve("script.cql"), statements);
    return ForkedJvm.of(Shell.class)
        .arguments("--host", address.getHostString(), "--port", address.getPort())
        .arguments("-k", keyspaceName, "-f", script)
        .run(Duration.ofMinutes(2));
  }

  /** The examples, of which some show only how a capture begins: these get a query and an end. */
  private static List<Example> examples() throws Exception {
    List<Example> examples = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(EXAMPLES));
    while (blocks.find()) {
      Example open = null;
      for (Fragment fragment : Statements.split(blocks.group(1))) {
        CaptureStart start = start(fragment.text());
        if (start != null) {
          open = new Example(fragment.text() + ";\n", start, new ArrayList<>());
          examples.add(open);
        } else if (open != null) {
          examples.set(
              examples.size() - 1,
              new Example(open.text + fragment.text() + ";\n", open.start, open.queries));
          open = examples.get(examples.size() - 1);
          if (Statements.isSelect(fragment.text())) {
            open.queries.add(fragment.text());
          }
        }
      }
    }
    examples.replaceAll(SpecificationCapturesTest::completed);
    return examples;
  }

  private static Example completed(Example example) {
    String query = "SELECT * FROM users WHERE country='US'";
    return example.queries.isEmpty()
        ? new Example(example.text + query + ";\nCAPTURE OFF;\n", example.start, List.of(query))
        : example;
  }

  private static CaptureStart start(String text) {
    try {
      return Statements.isOurs(text) && Statements.parse(text) instanceof CaptureStart start
          ? start
          : null;
    } catch (StatementException notYet) {
      return null;
    }
  }
}
