package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.it.capture.CapturedFile;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Requests that fail on their way between the driver and the server, so that the driver says itself
 * what it makes of that. Of a write that was applied the client hears what it would hear of one
 * that was not.
 */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class WireFaultsTest {

  private static final int ROWS = 1_500;
  private static final int PAGE = 50;
  private static final Duration SILENCE = Duration.ofMillis(1_500);
  private static final List<Integer> SOME = List.of(3);
  private static final List<Integer> ALL = IntStream.rangeClosed(1, 20).boxed().toList();

  private final TestKeyspace keyspace;
  private final CassandraServer server;
  private WireProxy proxy;
  private CqlSession session;
  @TempDir private Path directory;
  private int trials;

  WireFaultsTest(TestKeyspace keyspace, CassandraServer server) {
    this.keyspace = keyspace;
    this.server = server;
  }

  @BeforeAll
  void makeTables() throws IOException {
    Numbers.create(keyspace.session(), "numbers", ROWS);
    keyspace.execute("CREATE TABLE marked (id int PRIMARY KEY, trial int, marks list<int>)");
    keyspace.execute("CREATE TABLE once (id int PRIMARY KEY, trial int, marks list<int>)");
    proxy = new WireProxy(server);
    session = proxy.newSession(keyspace.name());
  }

  @AfterAll
  void close() throws IOException {
    try (WireProxy closed = proxy) {
      session.close();
    }
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.WireFault#OF_READS")
  void aPageMayFail(WireFault fault) throws SQLException {
    export(fault, SOME);
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.WireFault#OF_READS")
  @Tag("long")
  void eachOfTwentyPagesMayFail(WireFault fault) throws SQLException {
    export(fault, ALL);
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.WireFault#OF_WRITES")
  void aBatchMayFail(WireFault fault) throws SQLException {
    load(fault, SOME);
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.WireFault#OF_WRITES")
  @Tag("long")
  void eachOfTwentyBatchesMayFail(WireFault fault) throws SQLException {
    load(fault, ALL);
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.WireFault#OF_WRITES")
  @Tag("long")
  void aConditionalWriteMayFail(WireFault fault) throws SQLException {
    insert(fault);
  }

  private void export(WireFault fault, List<Integer> numbers) throws SQLException {
    for (int number : numbers) {
      Path file = directory.resolve("e" + ++trials + ".parquet");
      proxy.spoil(number, fault);

      ExportReport report =
          ParquetExporter.on(session)
              .table("numbers")
              .pageRows(PAGE)
              .requestTimeout(SILENCE)
              .to(file)
              .export();

      assertThat(proxy.requests()).as("page %s", number).isGreaterThan(number);
      assertThat(report.rowsWritten()).as("page %s", number).isEqualTo(ROWS);
      assertThat(CapturedFile.number("SELECT count(DISTINCT (k, v)) FROM '" + file + "'"))
          .as("page %s", number)
          .isEqualTo(ROWS);
      assertThat(report.warnings())
          .as("page %s", number)
          .anyMatch(warning -> warning.matches("(?s).*(asked for again|read in smaller ones).*"));
    }
  }

  /** Each trial writes other values over those of the trial before. */
  private void load(WireFault fault, List<Integer> numbers) throws SQLException {
    for (int number : numbers) {
      Path file = rows(0, ROWS, ++trials);
      proxy.spoil(number, fault);

      ImportReport report = importer("marked", file).load();

      assertThat(proxy.requests()).as("batch %s", number).isGreaterThan(number);
      assertThat(report.rowsWritten()).as("batch %s", number).isEqualTo(ROWS);
      assertThat(report.warnings()).anyMatch(warning -> warning.contains("sent again"));
      requireRows("marked", 0, ROWS);
    }
  }

  /** Each trial writes other rows, so that none of them exists. */
  private void insert(WireFault fault) throws SQLException {
    int rows = 30;
    for (int number : List.of(1, 2, 7, 20)) {
      int first = ++trials * rows;
      Path file = rows(first, rows, trials);
      proxy.spoil(number, fault);

      ImportReport report = importer("once", file).mode(WriteMode.INSERT).load();

      assertThat(report.rowsWritten()).as("write %s", number).isEqualTo(rows);
      assertThat(report.rowsSkipped()).as("write %s", number).isZero();
      assertThat(report.rowsRejected()).as("write %s", number).isZero();
      requireRows("once", first, rows);
    }
  }

  private ParquetImporter importer(String table, Path file) {
    return ParquetImporter.on(session).table(table).from(file).requestTimeout(SILENCE);
  }

  /** Every row of this trial is there, its list as long as it was. */
  private void requireRows(String table, int first, int rows) {
    int found = 0;
    for (Row row : keyspace.execute("SELECT id, trial, marks FROM " + table)) {
      int id = row.getInt(0);
      if (id >= first && id < first + rows) {
        found++;
        assertThat(row.getInt(1)).isEqualTo(trials);
        assertThat(row.getList(2, Integer.class)).containsExactly(id, trials);
      }
    }
    assertThat(found).isEqualTo(rows);
  }

  private Path rows(int first, int rows, int trial) throws SQLException {
    Path file = directory.resolve("i" + trial + ".parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          String.format(
              "COPY (SELECT range::INT AS id, %d AS trial, [range::INT, %d] AS marks"
                  + " FROM range(%d, %d)) TO '%s' (FORMAT parquet)",
              trial, trial, first, first + rows, file));
    }
    return file;
  }
}
