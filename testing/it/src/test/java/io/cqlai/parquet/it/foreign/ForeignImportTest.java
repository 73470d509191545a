package io.cqlai.parquet.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ColumnDefinition;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.readers.Cells;
import io.cqlai.parquet.it.readers.ColumnOfFile;
import io.cqlai.parquet.it.values.CqlCells;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of other programs load into fitting tables, or are refused with a reason. */
@CassandraTest
class ForeignImportTest {

  @TempDir private Path folder;

  static List<ForeignCase> accepted() throws IOException {
    return ForeignCase.all().stream().filter(foreign -> foreign.refused() == null).toList();
  }

  static List<ForeignCase> refused() throws IOException {
    return ForeignCase.all().stream().filter(foreign -> foreign.refused() != null).toList();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void loadsTheRowsThatAreExpected(ForeignCase foreign, TestKeyspace keyspace) throws IOException {
    CqlSession session = keyspace.session();
    create(session, foreign);
    Path errors = folder.resolve("errors.parquet");
    ImportReport report = importer(session, foreign).errorFile(errors).load();

    Map<String, Map<String, JsonNode>> loaded = rows(session, foreign);
    foreign
        .rows()
        .forEach(
            expected -> {
              String key = expected.get(foreign.key()).textValue();
              assertThat(loaded).containsKey(key);
              expected.forEach(
                  (column, cell) ->
                      assertThat(loaded.get(key).get(column))
                          .as("%s, row %s, column %s", foreign.file(), key, column)
                          .isEqualTo(ordered(foreign.columns().get(column), cell)));
            });
    assertThat(loaded).hasSize(foreign.rows().size());
    assertThat(report.rowsWritten()).isEqualTo(foreign.rows().size());
    assertThat(report.rowsRejected()).isEqualTo(foreign.rejected().size());
    assertThat(ColumnOfFile.read(errors, foreign.key()))
        .containsExactlyInAnyOrderElementsOf(foreign.rejected());
    assertThat(
            report.losses().stream()
                .collect(Collectors.toMap(Loss::column, l -> (int) l.count(), Integer::sum)))
        .isEqualTo(foreign.losses());
    if (foreign.warning() != null) {
      assertThat(report.warnings())
          .anySatisfy(warning -> assertThat(warning).containsPattern(foreign.warning()));
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWithAReasonAndLeavesTheTableEmpty(ForeignCase foreign, TestKeyspace keyspace) {
    CqlSession session = keyspace.session();
    create(session, foreign);
    TransferException refused =
        catchThrowableOfType(TransferException.class, () -> importer(session, foreign).load());
    assertThat(refused).as("%s is refused", foreign.file()).isNotNull();
    assertThat(refused.getMessage()).containsPattern(foreign.refused());
    assertThat(refused.place().file()).contains(foreign.file());
  }

  private static void create(CqlSession session, ForeignCase foreign) {
    foreign
        .types()
        .forEach(
            type -> session.execute(type.replace("CREATE TYPE ", "CREATE TYPE IF NOT EXISTS ")));
    session.execute(foreign.createTable());
  }

  private static ParquetImporter importer(CqlSession session, ForeignCase foreign) {
    ParquetImporter importer =
        ParquetImporter.on(session)
            .table(null, CqlIdentifier.fromInternal(foreign.name()))
            .from(foreign.path());
    if (String.valueOf(foreign.warning()).contains("position")) {
      // Only columns that are listed can match by position.
      importer =
          importer.columns(
              foreign.columns().keySet().stream()
                  .map(CqlIdentifier::fromInternal)
                  .toArray(CqlIdentifier[]::new));
    }
    for (Map.Entry<String, String> option : foreign.options().entrySet()) {
      String value = option.getValue();
      importer =
          switch (option.getKey()) {
            case "MAXERRORS" -> importer.maxErrors(Long.parseLong(value));
            case "CONVERT" -> importer.convert(Conversion.valueOf(value));
            case "SCHEMA_MODE" -> importer.schemaMode(SchemaMode.valueOf(value));
            case "SKIPROWS" -> importer.skipRows(Long.parseLong(value));
            case "MAXROWS" -> importer.maxRows(Long.parseLong(value));
            default -> throw new IllegalArgumentException(option + " is unknown to the test");
          };
    }
    return importer;
  }

  private static Map<String, Map<String, JsonNode>> rows(CqlSession session, ForeignCase foreign) {
    ResultSet found = session.execute("SELECT * FROM " + foreign.name());
    Map<String, Map<String, JsonNode>> rows = new LinkedHashMap<>();
    for (Row row : found) {
      Map<String, JsonNode> cells = new LinkedHashMap<>();
      for (ColumnDefinition column : found.getColumnDefinitions()) {
        String name = column.getName().asInternal();
        JsonNode cell = CqlCells.of(column.getType(), row.getBytesUnsafe(column.getName()));
        cells.put(name, ordered(foreign.columns().get(name), cell));
      }
      rows.put(cells.get(foreign.key()).textValue(), cells);
    }
    return rows;
  }

  private static JsonNode ordered(String type, JsonNode cell) {
    boolean unordered = type.matches("(frozen<)?(set|map)<.*") && cell.isArray();
    return unordered ? Cells.sorted(cell) : cell;
  }
}
