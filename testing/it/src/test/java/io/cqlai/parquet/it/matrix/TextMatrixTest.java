package io.cqlai.parquet.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Export as text, drop, import: every value comes back, and nothing is rejected or lost. */
@CassandraTest
class TextMatrixTest {

  @TempDir private Path folder;

  static Stream<Arguments> tablesAndFormats() {
    return TypeMatrix.tables().stream()
        .flatMap(
            table ->
                Stream.of(Format.values())
                    .filter(format -> format != Format.PARQUET)
                    .map(format -> Arguments.of(table, format)));
  }

  @ParameterizedTest
  @MethodSource("tablesAndFormats")
  void eachValueComesBack(MatrixTable table, Format format, TestKeyspace keyspace) {
    CqlSession session = keyspace.session();
    MatrixLoader.load(session, table);
    try {
      CqlIdentifier name = CqlIdentifier.fromCql(table.name());
      StoredTable before = StoredTable.read(session, name, MatrixTable.KEY);
      Path file = folder.resolve(table.name());
      ExportReport exported =
          ParquetExporter.on(session).table(table.name()).format(format).to(file).export();
      assertThat(exported.rowsWritten()).isEqualTo(before.rows().size());
      session.execute("DROP TABLE " + table.name());
      session.execute(table.createTable());
      ImportReport loaded =
          ParquetImporter.on(session)
              .table(table.name())
              .format(format)
              .maxErrors(-1)
              .from(file)
              .load();
      assertThat(loaded.rowsRejected()).as(loaded.toJson()).isZero();
      assertThat(loaded.losses()).isEmpty();
      StoredTable after = StoredTable.read(session, name, MatrixTable.KEY);
      assertThat(before.differences(after)).isEmpty();
    } finally {
      session.execute("DROP TABLE IF EXISTS " + table.name());
      table.dropTypes().forEach(session::execute);
    }
  }
}
