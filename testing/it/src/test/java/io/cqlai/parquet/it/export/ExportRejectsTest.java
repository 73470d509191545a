package io.cqlai.parquet.it.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.readers.ColumnOfFile;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.TransferReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that do not fit their Parquet form: counted, kept in the ERRFILE, and importable. */
@CassandraTest
class ExportRejectsTest {

  private static final Map<Integer, BigDecimal> PRICES =
      Map.of(
          1, new BigDecimal("9.99"),
          2, new BigDecimal("0.001"),
          3, new BigDecimal("123456.78"),
          4, new BigDecimal("-5"));

  private final TestKeyspace keyspace;
  @TempDir private Path directory;
  private Path file;
  private Path errors;

  ExportRejectsTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
  }

  @BeforeEach
  void makeTable() {
    file = directory.resolve("prices.parquet");
    errors = directory.resolve("errors.parquet");
    for (String table : new String[] {"prices", "again"}) {
      keyspace.execute("DROP TABLE IF EXISTS " + table);
      keyspace.execute("CREATE TABLE " + table + " (id int PRIMARY KEY, price decimal)");
    }
    PRICES.forEach((id, price) -> keyspace.execute("INSERT INTO prices JSON ?", json(id, price)));
  }

  private static String json(int id, BigDecimal price) {
    return "{\"id\": " + id + ", \"price\": " + price.toPlainString() + "}";
  }

  @Test
  void rowsThatDoNotFitAreInTheErrorFileWithTheirReasonsAndTheOthersInTheFile() throws IOException {
    ExportReport report = prices().maxErrors(2).errorFile(errors).export();

    assertThat(report.rowsRead()).isEqualTo(4);
    assertThat(report.rowsWritten()).isEqualTo(2);
    assertThat(report.rowsRejected()).isEqualTo(2);
    assertThat(report.rowsSkipped()).isZero();
    assertThat(report.files()).containsExactly(file.toString(), errors.toString());
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("2 rows do not fit"));
    assertThat(ColumnOfFile.read(file, "id")).containsExactlyInAnyOrder("1", "4");
    assertThat(ColumnOfFile.read(errors, "id")).containsExactlyInAnyOrder("2", "3");
    assertThat(ColumnOfFile.read(errors, "_column")).containsExactly("price", "price");
    assertThat(ColumnOfFile.read(errors, "_reason")).allMatch(r -> r.contains("DECIMAL(6,2)"));
    assertThat(ColumnOfFile.read(errors, "_value"))
        .containsExactlyInAnyOrder("\\x00\\x00\\x00\\x03\\x01", "\\x00\\x00\\x00\\x02\\x00\\xBCaN");
  }

  @Test
  void theErrorFileOfAnEarlierExportIsToldWhereAllRowsFit() {
    prices().maxErrors(2).errorFile(errors).export();
    keyspace.execute("DELETE FROM prices WHERE id IN (2, 3)");

    ExportReport report = prices().maxErrors(2).errorFile(errors).export();

    assertThat(report.files()).containsExactly(file.toString());
    assertThat(report.warnings())
        .contains(errors + " is not of this run, which has kept no rejected row");
    assertThat(errors).exists();
  }

  @Test
  void fileAndErrorFileTogetherGiveTheTableBack() {
    prices().maxErrors(-1).errorFile(errors).export();

    ImportReport report =
        ParquetImporter.on(keyspace.session())
            .table(keyspace.name(), "again")
            .from(file, errors)
            .schemaMode(SchemaMode.STRICT)
            .load();

    assertThat(report.rowsWritten()).isEqualTo(4);
    assertThat(report.warnings()).isEmpty();
    Map<Integer, BigDecimal> found = new TreeMap<>();
    for (Row row : keyspace.execute("SELECT id, price FROM again")) {
      found.put(row.getInt(0), row.getBigDecimal(1));
    }
    assertThat(found.keySet()).isEqualTo(PRICES.keySet());
    assertThat(found).allSatisfy((id, n) -> assertThat(n).isEqualByComparingTo(PRICES.get(id)));
    assertThat(found.get(3)).isEqualTo(PRICES.get(3));
  }

  @Test
  void oneMoreThanIsAcceptedLeavesBothPlacesAsTheyWere() throws IOException {
    Files.writeString(errors, "what stood here before");

    TransferException failure =
        catchThrowableOfType(
            TransferException.class, () -> prices().maxErrors(1).errorFile(errors).export());

    assertThat(failure.code()).isEqualTo(ErrorCode.TOO_MANY_ERRORS);
    assertThat(failure).hasMessageContaining("2 rows do not fit, and MAXERRORS is 1");
    TransferReport report = failure.report().orElseThrow();
    assertThat(report.rowsRejected()).isEqualTo(2);
    assertThat(report.files()).isEmpty();
    assertThat(errors).hasContent("what stood here before");
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(errors));
  }

  @Test
  void withoutARejectThereIsNoErrorFile() {
    ExportReport report =
        ParquetExporter.on(keyspace.session())
            .table(keyspace.name(), "prices")
            .errorFile(errors)
            .to(file)
            .export();

    assertThat(report.rowsWritten()).isEqualTo(4);
    assertThat(report.files()).containsExactly(file.toString());
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void theErrorFileCannotBeTheFileItself() {
    TransferException failure =
        catchThrowableOfType(TransferException.class, () -> prices().errorFile(file).plan());

    assertThat(failure.code()).isEqualTo(ErrorCode.BAD_OPTION);
    assertThat(failure).hasMessageContaining("ERRFILE is " + file);
  }

  private ParquetExporter prices() {
    return ParquetExporter.on(keyspace.session())
        .table(keyspace.name(), "prices")
        .types(Map.of("price", "DECIMAL(6,2)"))
        .to(file);
  }
}
