package io.cqlai.parquet.it.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.it.readers.ColumnOfFile;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.TransferPlan;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export of N rows holds exactly the N keys: none lost, none twice. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class ExactnessTest {

  private static final int MANY = 20_000;

  @TempDir private Path folder;

  private CqlSession session;

  @BeforeAll
  void fill(TestKeyspace keyspace) {
    session = keyspace.session();
    Numbers.create(session, "numbers", MANY);
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 10", "9, 10", "10, 10", "11, 10", "100, 7", "1, 1", "2, 1"})
  void holdsExactlyTheKeysAroundTheEndOfAPage(int rows, int page) throws IOException {
    String table = "numbers_" + rows + "_" + page;
    Numbers.create(session, table, rows);
    ExportReport report =
        ParquetExporter.on(session).table(table).pageRows(page).to(file()).export();
    assertThat(keys()).isEqualTo(Numbers.keys(rows));
    assertThat(report.rowsRead()).isEqualTo(rows);
    assertThat(report.rowsWritten()).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({"9, 10", "10, 10", "11, 10", "500, 7"})
  void holdsExactlyTheRowsOfOnePartition(int rows, int page) throws IOException {
    String table = "one_partition_" + rows;
    session.execute("CREATE TABLE " + table + " (p int, k int, PRIMARY KEY (p, k))");
    for (int k = 0; k < rows; k++) {
      session.execute("INSERT INTO " + table + " (p, k) VALUES (1, ?)", k);
    }
    ParquetExporter.on(session).table(table).pageRows(page).to(file()).export();
    assertThat(keys()).isEqualTo(Numbers.keys(rows));
  }

  @ParameterizedTest
  @CsvSource({"5000, 10000", "333, 1000", "20000, 100000"})
  void holdsExactlyTheKeysOfManyPages(int page, int chunk) throws IOException {
    ExportReport report =
        ParquetExporter.on(session)
            .table("numbers")
            .pageRows(page)
            .chunkRows(chunk)
            .to(file())
            .export();
    assertThat(keys()).isEqualTo(Numbers.keys(MANY));
    assertThat(report.rowGroups()).isGreaterThanOrEqualTo((MANY + chunk - 1) / chunk);
  }

  @ParameterizedTest
  @CsvSource({"1", "10", "4999", "5000", "5001", "19999", "20000", "20001"})
  void aLimitIsExact(int limit) throws IOException {
    ExportReport report =
        ParquetExporter.on(session).table("numbers").limit(limit).to(file()).export();
    int expected = Math.min(limit, MANY);
    assertThat(keys()).doesNotHaveDuplicates().hasSize(expected).isSubsetOf(Numbers.keys(MANY));
    assertThat(report.rowsWritten()).isEqualTo(expected);
  }

  @Test
  void partsOfTheRingAddUpToTheWhole() throws IOException {
    List<String> all = new ArrayList<>();
    long[] bounds = {Long.MIN_VALUE, -6_000_000_000_000_000_000L, -1, 0, 1L << 62, Long.MAX_VALUE};
    for (int i = 1; i < bounds.length; i++) {
      ParquetExporter.on(session)
          .table("numbers")
          .beginToken(bounds[i - 1])
          .endToken(bounds[i])
          .to(file())
          .export();
      all.addAll(keys());
    }
    all.sort(Comparator.comparing(Integer::valueOf));
    assertThat(all).isEqualTo(Numbers.keys(MANY));
  }

  @Test
  void aConditionOnARegularColumnIsCheckedByTokenRange() throws IOException {
    ParquetExporter exporter =
        ParquetExporter.on(session).table("numbers").where("even = ?", true).to(file());
    TransferPlan plan = exporter.plan();
    assertThat(plan.units()).isGreaterThan(1);
    assertThat(plan.statement()).contains("token(k) > ?").contains("ALLOW FILTERING");
    assertThat(String.join("\n", plan.warnings())).contains("ALLOW FILTERING");
    exporter.export();
    assertThat(keys())
        .isEqualTo(Numbers.keys(MANY).stream().filter(k -> Integer.parseInt(k) % 2 == 0).toList());
  }

  @Test
  void aConditionOnTheWholePartitionKeyIsOneQuery() throws IOException {
    for (String condition : List.of("k = 17", "k IN (17)")) {
      ParquetExporter exporter =
          ParquetExporter.on(session).table("numbers").where(condition).to(file());
      assertThat(exporter.plan().units()).isEqualTo(1);
      assertThat(exporter.plan().statement()).doesNotContain("token(", "ALLOW FILTERING");
      exporter.export();
      assertThat(keys()).containsExactly("17");
    }
  }

  @Test
  void aConditionWithTokenIsOneQuery() throws IOException {
    ParquetExporter exporter =
        ParquetExporter.on(session).table("numbers").where("token(k) > 0").to(file());
    assertThat(exporter.plan().units()).isEqualTo(1);
    exporter.export();
    List<String> expected =
        session.execute("SELECT k FROM numbers WHERE token(k) > 0").all().stream()
            .map(row -> row.getInt(0))
            .sorted()
            .map(Object::toString)
            .toList();
    assertThat(keys()).isEqualTo(expected).isNotEmpty();
  }

  private Path file() {
    return folder.resolve("numbers.parquet");
  }

  private List<String> keys() throws IOException {
    return ColumnOfFile.read(file(), "k").stream()
        .sorted(Comparator.comparing(Integer::valueOf))
        .toList();
  }
}
