package io.cqlai.parquet.it.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.cqlai.parquet.CaptureSession;
import io.cqlai.parquet.CaptureSetup;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.readers.DuckDbReader;
import io.cqlai.parquet.it.readers.FileContents;
import io.cqlai.parquet.progress.Progress;
import io.cqlai.parquet.report.CaptureReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Captures of a program, and the files that they make. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class CaptureSessionTest {

  private static final int USERS = 1_200;

  private CqlSession session;
  @TempDir private Path directories;
  private Path directory;
  private Path file;

  @BeforeAll
  void makeTables(TestKeyspace keyspace) {
    session = keyspace.session();
    Users.create(session, "users", USERS);
    session.execute("CREATE TABLE orders (order_id int PRIMARY KEY, total decimal)");
    session.execute(
        "INSERT INTO orders (order_id, total) VALUES (1, 1234567890123456789012345678901234567890)");
  }

  @BeforeEach
  void makeDirectory() throws Exception {
    directory = Files.createTempDirectory(directories, "capture");
    file = directory.resolve("c.parquet");
  }

  private CaptureSetup setup() {
    return CaptureSession.on(session).to(file);
  }

  @Test
  void theResultsOfQueriesComeInTheirOrder() throws Exception {
    CaptureSession capture = setup().pageRows(100).open();
    assertThat(capture.query("SELECT * FROM users WHERE country = ?", "US")).isEqualTo(300);
    assertThat(capture.query("SELECT * FROM users WHERE country = 'nowhere'")).isZero();
    assertThat(
            capture.query(
                SimpleStatement.newInstance("SELECT * FROM users WHERE age > ? AND age < 45", 43)))
        .isEqualTo(13);
    assertThat(file).doesNotExist();
    assertThat(capture.report().rows()).isEqualTo(313);
    CaptureReport report = capture.publish();

    assertThat(report.files()).containsExactly(file.toString());
    assertThat(report.queries()).isEqualTo(3);
    assertThat(report.rows()).isEqualTo(313);
    assertThat(report.bytes()).isEqualTo(Files.size(file));
    assertThat(report.warnings()).isEmpty();
    List<Map<String, com.fasterxml.jackson.databind.JsonNode>> rows = contents().rows();
    assertThat(rows).hasSize(313);
    assertThat(rows.subList(0, 300)).allMatch(row -> row.get("country").textValue().equals("US"));
    assertThat(rows.subList(300, 313)).allMatch(row -> row.get("age").textValue().equals("44"));
    assertThat(CapturedFile.rowGroups(file)).isEqualTo(1);
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
    capture.close();
    assertThat(CapturedFile.rows(file)).isEqualTo(313);
  }

  @Test
  void typesAreThoseOfTheResult() throws Exception {
    try (CaptureSession capture = setup().open()) {
      capture.query("SELECT count(*) AS n, CAST(max(age) AS text) AS oldest, avg(age) FROM users");
    }
    assertThat(contents().types())
        .containsExactly(
            Map.entry("n", "BIGINT"),
            Map.entry("oldest", "VARCHAR"),
            Map.entry("system.avg(age)", "INTEGER"));

    try (CaptureSession capture = setup().open()) {
      capture.query(
          "SELECT id, id, WRITETIME(name) AS written, TTL(name), toJson(name) AS j, uuid() AS u"
              + " FROM users WHERE id = 3");
    }
    assertThat(contents().types())
        .containsExactly(
            Map.entry("id", "INTEGER"),
            Map.entry("id_2", "INTEGER"),
            Map.entry("written", "BIGINT"),
            Map.entry("ttl(name)", "INTEGER"),
            Map.entry("j", "VARCHAR"),
            Map.entry("u", "VARCHAR"));

    try (CaptureSession capture = setup().open()) {
      capture.query("SELECT JSON id, name FROM users WHERE id = 3");
    }
    assertThat(contents().rows().get(0).get("[json]").textValue())
        .isEqualTo("{\"id\": 3, \"name\": \"name 3\"}");
  }

  @Test
  void aResultOfOtherColumnsIsRefusedAndTheCaptureGoesOn() throws Exception {
    try (CaptureSession capture = setup().open()) {
      capture.query("SELECT id, name FROM users WHERE id = 1");
      refused(capture, "SELECT id, email FROM users", "column 2 was name text and is email text");
      refused(capture, "SELECT id FROM users", "column 2 was name text and is missing");
      refused(capture, "SELECT id, name, age FROM users", "column 3 is age int and was not there");
      refused(
          capture,
          "SELECT CAST(id AS bigint) AS id, name FROM users",
          "column 1 was id int and is id bigint");
      assertThatThrownBy(() -> capture.tee("SELECT * FROM orders"))
          .hasMessageContaining("column 1 was id int and is order_id int");
      capture.query("SELECT id, name FROM users WHERE id = 2");
      assertThat(CapturedFile.files(directory)).hasSize(2);
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(2);
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
  }

  private void refused(CaptureSession capture, String select, String difference) {
    TransferException e =
        catchThrowableOfType(TransferException.class, () -> capture.query(select));
    assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS);
    assertThat(e).hasMessageContaining(difference).hasMessageContaining("CSV or JSON");
  }

  @Test
  void aQueryThatFailsLeavesNothingAndTheCaptureGoesOn() throws Exception {
    try (CaptureSession capture = setup().open()) {
      capture.query("SELECT order_id, order_id AS total FROM orders");
    }
    try (CaptureSession capture = setup().open()) {
      assertThatThrownBy(() -> capture.query("SELECT nope FROM users"))
          .hasMessageContaining("nope");
      assertThatThrownBy(() -> capture.query("SELECT total FROM orders"))
          .hasMessageContaining("A row does not fit: column total")
          .hasMessageContaining("nothing of this query was captured")
          .hasMessageNotContaining("MAXERRORS");
      ResultSet rows = capture.tee(session.execute("SELECT total FROM orders"));
      assertThatThrownBy(rows::one).hasMessageContaining("A row does not fit: column total");
      assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
      assertThat(capture.report().queries()).isZero();
      capture.query("SELECT id FROM users WHERE id = 5");
    }
    assertThat(contents().rows()).hasSize(1);
  }

  @Test
  void aQueryThatFailsInTheMiddleLeavesNoneOfItsPages() throws Exception {
    session.execute("CREATE TABLE broken (k int, c int, v varint, PRIMARY KEY (k, c))");
    for (int c = 0; c < 100; c++) {
      String value = "1".repeat(c == 99 ? 60 : 5);
      session.execute("INSERT INTO broken (k, c, v) VALUES (1, " + c + ", " + value + ")");
    }
    try (CaptureSession capture = setup().pageRows(10).open()) {
      capture.query("SELECT * FROM broken WHERE k = 1 AND c < 5");
      assertThatThrownBy(() -> capture.query("SELECT * FROM broken"))
          .hasMessageContaining("A row does not fit: column v");
      Iterator<Row> shown = capture.tee("SELECT * FROM broken").iterator();
      for (int c = 0; c < 99; c++) {
        assertThat(shown.next().getInt("c")).isEqualTo(c);
      }
      assertThatThrownBy(() -> shown.forEachRemaining(last -> {}))
          .hasMessageContaining("A row does not fit: column v");
      assertThat(CapturedFile.files(directory)).hasSize(1);
      capture.query("SELECT * FROM broken WHERE k = 1 AND c = 7");
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(6);
    assertThat(CapturedFile.number("SELECT max(c) FROM '" + file + "'")).isEqualTo(7);
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
  }

  @Test
  void resultsOfTheCallersAreWritten() throws Exception {
    SimpleStatement all = SimpleStatement.newInstance("SELECT id, name FROM users").setPageSize(70);
    try (CaptureSession capture = setup().open()) {
      assertThat(capture.write(session.execute(all))).isEqualTo(USERS);
      assertThat(capture.write(session.executeAsync(all).toCompletableFuture().join()))
          .isEqualTo(USERS);
    }
    assertThat(CapturedFile.number("SELECT count(DISTINCT id) FROM '" + file + "'"))
        .isEqualTo(USERS);
    assertThat(CapturedFile.rows(file)).isEqualTo(2 * USERS);
  }

  @Test
  void aResultOfTheCallersThatFailsIsToldInOurTerms() throws Exception {
    Users.createPlain(session, "dropped", 100);
    try (CaptureSession capture = setup().open()) {
      ResultSet rows =
          session.execute(SimpleStatement.newInstance("SELECT id FROM dropped").setPageSize(10));
      session.execute("DROP TABLE dropped");
      TransferException e =
          catchThrowableOfType(TransferException.class, () -> capture.write(rows));
      assertThat(e.code()).isEqualTo(ErrorCode.SERVER_REFUSED);
      assertThat(e).hasMessageContaining("Reading the rest of the result");
      assertThat(CapturedFile.files(directory)).isEmpty();
    }
  }

  @Test
  void aResultThatFailsBeforeItsViewIsMadeLeavesNoPart() throws Exception {
    ResultSet rows = session.execute("SELECT id FROM users WHERE id = 1");
    ResultSet failing =
        (ResultSet)
            Proxy.newProxyInstance(
                ResultSet.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("getAvailableWithoutFetching")) {
                    throw new IllegalStateException("no row can be counted");
                  }
                  return method.invoke(rows, arguments);
                });
    try (CaptureSession capture = setup().open()) {
      assertThatThrownBy(() -> capture.tee(failing)).hasMessage("no row can be counted");
      assertThat(CapturedFile.files(directory)).isEmpty();
    }
  }

  @Test
  void aTypeThatWasAlteredIsAnotherColumn() throws Exception {
    session.execute("CREATE TYPE point (x int)");
    session.execute("CREATE TABLE points (id int PRIMARY KEY, at point)");
    session.execute("INSERT INTO points (id, at) VALUES (1, {x: 1})");
    try (CaptureSession capture = setup().open()) {
      capture.write(session.execute("SELECT at FROM points"));
      session.execute("ALTER TYPE point ADD y int");
      TransferException e =
          catchThrowableOfType(
              TransferException.class,
              () -> capture.write(session.execute("SELECT at FROM points")));
      assertThat(e.code()).isEqualTo(ErrorCode.SCHEMA_DIFFERS);
      assertThat(capture.publish().rows()).isEqualTo(1);
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(1);
  }

  @Test
  void aTeeCapturesWhatItHandsOut() throws Exception {
    CaptureSession capture = setup().open();
    ResultSet shown =
        capture.tee(
            session.execute(SimpleStatement.newInstance("SELECT id FROM users").setPageSize(100)));
    int rows = 0;
    for (Row row : shown) {
      assertThat(row.getInt("id")).isBetween(0, USERS);
      rows++;
    }
    assertThat(rows).isEqualTo(USERS);
    assertThat(capture.tee("SELECT id FROM users WHERE id = ?", 9).one().getInt(0)).isEqualTo(9);
    assertThat(capture.tee("SELECT id FROM users WHERE id = -1").one()).isNull();
    CaptureReport report = capture.publish();

    assertThat(report.queries()).isEqualTo(3);
    assertThat(report.warnings()).isEmpty();
    assertThat(CapturedFile.rows(file)).isEqualTo(USERS + 1);
  }

  @Test
  void aTeeThatIsLeftBeforeItsEndIsNotCaptured() throws Exception {
    CaptureSession capture = setup().open();
    Iterator<Row> left = capture.tee(session.execute("SELECT id FROM users")).iterator();
    left.next();
    capture.query("SELECT id FROM users WHERE id = 1");
    assertThat(left.next()).isNotNull();
    Iterator<Row> last = capture.tee("SELECT id FROM users").iterator();
    last.next();
    CaptureReport report = capture.publish();

    assertThat(report.queries()).isEqualTo(1);
    assertThat(report.warnings())
        .containsExactly("A result that was not read to its end was not captured");
    assertThat(CapturedFile.rows(file)).isEqualTo(1);
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
  }

  @Test
  void aCaptureWithoutAQueryMakesNoFileAndSaysSo() throws Exception {
    Files.writeString(file, "what stood here before");
    CaptureSession capture = setup().open();

    CaptureReport report = capture.publish();

    assertThat(report.files()).isEmpty();
    assertThat(report.warnings()).containsExactly("No query was captured, so no file was written");
    assertThat(file).hasContent("what stood here before");
    assertThatThrownBy(() -> capture.query("SELECT id FROM users"))
        .hasMessageContaining("has ended");
  }

  @Test
  void discardingLeavesNoTrace() throws Exception {
    Files.writeString(file, "what stood here before");
    try (CaptureSession capture = setup().open()) {
      capture.query("SELECT id FROM users");
      capture.query("SELECT id FROM users");
      capture.discard();
    }
    assertThat(file).hasContent("what stood here before");
    assertThat(CapturedFile.files(directory)).containsExactly("c.parquet");
  }

  @Test
  void largeResultsAreJoinedByRowGroups() throws Exception {
    try (CaptureSession capture = setup().rowGroupBytes(8_000).open()) {
      for (int i = 0; i < 3; i++) {
        capture.query("SELECT * FROM users");
      }
    }
    assertThat(CapturedFile.rows(file)).isEqualTo(3 * USERS);
    assertThat(
            CapturedFile.number(
                "SELECT min(n) FROM (SELECT id, count(*) AS n FROM '" + file + "' GROUP BY id)"))
        .isEqualTo(3);
  }

  @Test
  void aStreamGetsTheWholeAtTheEnd() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CaptureSession capture = CaptureSession.on(session).to(bytes).open()) {
      capture.query("SELECT id FROM users WHERE id = 1");
      capture.query("SELECT id FROM users WHERE id = 2");
      assertThat(bytes.size()).isZero();
    }
    Files.write(file, bytes.toByteArray());
    assertThat(CapturedFile.rows(file)).isEqualTo(2);
    assertThatThrownBy(() -> CaptureSession.on(session).to(bytes).append().open())
        .hasMessageContaining("Nothing can be appended to the output stream");
  }

  @Test
  void aListenerHearsOfEachQuery() {
    List<Progress> heard = new CopyOnWriteArrayList<>();
    try (CaptureSession capture = setup().pageRows(100).listener(heard::add).open()) {
      capture.query("SELECT id FROM users");
      assertThat(heard.get(heard.size() - 1).rows()).isEqualTo(USERS);
      assertThat(heard.get(heard.size() - 1).pages()).isGreaterThanOrEqualTo(USERS / 100);
      int before = heard.size();
      capture.write(session.execute("SELECT id FROM users"));
      assertThat(heard.size()).isGreaterThan(before);
      assertThat(heard.get(heard.size() - 1).rows()).isEqualTo(USERS);
    }
  }

  @Test
  void aListenerHearsAboutHowManyPagesThereAre() {
    session.execute("CREATE TABLE estimated (id int PRIMARY KEY, name text)");
    session.execute("INSERT INTO estimated (id, name) VALUES (1, 'a')");
    session.execute(
        "INSERT INTO system.size_estimates (keyspace_name, table_name, range_start, range_end,"
            + " mean_partition_size, partitions_count) VALUES (?, 'estimated', '0', '1', 50, 950)",
        session.getKeyspace().orElseThrow().asInternal());
    List<Progress> heard = new CopyOnWriteArrayList<>();
    try (CaptureSession capture = setup().pageRows(100).listener(heard::add).open()) {
      capture.query("SELECT * FROM estimated");
      assertThat(heard.get(heard.size() - 1).pagesAbout()).hasValue(10);
      capture.query("SELECT * FROM estimated WHERE id = 1");
      assertThat(heard.get(heard.size() - 1).pagesAbout()).isEmpty();
    }
  }

  private FileContents contents() throws Exception {
    return new DuckDbReader().read(file);
  }
}
