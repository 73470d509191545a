package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.it.capture.CapturedFile;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.TransferReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One request in ten fails, each time in another way. What that costs in speed is printed. */
@CassandraTest
class TenthFailsTest {

  private static final int FEW = 2_000;
  private static final int MANY = Integer.getInteger("tenth.fails.rows", 150_000);
  private static final int ROUNDS = 2;

  private final CqlSession session;
  @TempDir private Path directory;

  TenthFailsTest(TestKeyspace keyspace) {
    session = keyspace.session();
  }

  @Test
  void itCostsNoRow() throws SQLException {
    Numbers.create(session, "few", FEW);
    session.execute("CREATE TABLE few_again (k int PRIMARY KEY, even boolean, v text)");
    Path file = directory.resolve("few.parquet");

    exported(failing(Fault.OF_READS), "few", file, 20, FEW);
    imported(failing(Fault.OF_WRITES), "few_again", file, FEW);

    exported(session, "few_again", directory.resolve("again.parquet"), 20, FEW);
  }

  @Test
  @Tag("long")
  void itCostsNoRowOfMany() throws SQLException {
    Numbers.create(session, "many", MANY);
    session.execute("CREATE TABLE many_again (k int PRIMARY KEY, even boolean, v text)");
    Path file = directory.resolve("many.parquet");
    Path again = directory.resolve("again.parquet");
    int page = 1_000;
    for (int round = 1; round <= ROUNDS; round++) {
      long export = exported(session, "many", file, page, MANY);
      long faultyExport = exported(failing(Fault.OF_READS), "many", file, page, MANY);
      long load = imported(session, "many_again", file, MANY);
      session.execute("TRUNCATE many_again");
      long faultyLoad = imported(failing(Fault.OF_WRITES), "many_again", file, MANY);
      exported(session, "many_again", again, page, MANY);
      session.execute("TRUNCATE many_again");
      System.out.printf(
          Locale.ROOT,
          "One request in ten fails, %d rows, round %d: export %d ms, %d ms, %.2f of the speed;"
              + " import %d ms, %d ms, %.2f of the speed%n",
          MANY,
          round,
          export,
          faultyExport,
          (double) export / faultyExport,
          load,
          faultyLoad,
          (double) load / faultyLoad);
    }
  }

  private CqlSession failing(List<Fault> faults) {
    return FaultySession.failing(
        session, number -> number % 10 == 0 ? faults.get(number / 10 % faults.size()) : null);
  }

  /** Returns for how many milliseconds it ran. */
  private static long exported(CqlSession on, String table, Path file, int page, int rows)
      throws SQLException {
    ExportReport report = ParquetExporter.on(on).table(table).pageRows(page).to(file).export();

    assertThat(report.rowsWritten()).isEqualTo(rows);
    assertThat(CapturedFile.number("SELECT count(DISTINCT (k, v)) FROM '" + file + "'"))
        .isEqualTo(rows);
    return millis(report);
  }

  private static long imported(CqlSession on, String table, Path file, int rows) {
    ImportReport report = ParquetImporter.on(on).table(table).from(file).load();

    assertThat(report.rowsWritten()).isEqualTo(rows);
    assertThat(report.rowsRejected()).isZero();
    return millis(report);
  }

  private static long millis(TransferReport report) {
    return Math.max(1, Duration.between(report.started(), report.ended()).toMillis());
  }
}
