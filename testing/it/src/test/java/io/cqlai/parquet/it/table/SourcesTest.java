package io.cqlai.parquet.it.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.it.readers.DuckDbReader;
import io.cqlai.parquet.it.readers.FileContents;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be exported beside a table of one's own. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class SourcesTest {

  @TempDir private Path folder;

  private CqlSession session;

  @BeforeAll
  void fill(TestKeyspace keyspace) {
    session = keyspace.session();
    Numbers.create(session, "numbers", 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system.local",
        "system_schema.columns",
        "system_views.settings",
        "system_views.system_properties",
        "system_virtual_schema.tables"
      })
  void systemAndVirtualTablesAreExported(String table) throws IOException {
    String[] names = table.split("\\.");
    var report = ParquetExporter.on(session).table(names[0], names[1]).to(file()).export();
    FileContents contents = new DuckDbReader().read(file());
    assertThat(contents.rows()).hasSize((int) report.rowsWritten()).isNotEmpty();
    assertThat(contents.types())
        .hasSize(session.execute("SELECT * FROM " + table).getColumnDefinitions().size());
  }

  @Test
  void aQueryWithAnAggregateAndAnAliasIsExported() throws IOException {
    ParquetExporter.on(session)
        .query("SELECT count(*) AS \"how many\", max(k), avg(k) AS mean FROM numbers")
        .to(file())
        .export();
    FileContents contents = new DuckDbReader().read(file());
    assertThat(contents.types().keySet()).containsExactly("how many", "system.max(k)", "mean");
    assertThat(contents.rows().get(0).get("how many").textValue()).isEqualTo("100");
    assertThat(contents.rows().get(0).get("system.max(k)").textValue()).isEqualTo("99");
  }

  @Test
  void aQueryWithBoundValuesRunsAsItIs() throws IOException {
    ParquetExporter.on(session)
        .query("SELECT v, k FROM numbers WHERE k IN ? LIMIT 2", List.of(1, 2, 3))
        .to(file())
        .export();
    assertThat(new DuckDbReader().read(file()).rows()).hasSize(2);
    ParquetExporter.on(session)
        .query(SimpleStatement.newInstance("SELECT v FROM numbers WHERE k = :k", Map.of("k", 7)))
        .to(file())
        .export();
    assertThat(new DuckDbReader().read(file()).rows().get(0).get("v").textValue())
        .isEqualTo("value 7");
  }

  @Test
  void columnsOfTheSameNameAreNumbered() throws IOException {
    ParquetExporter.on(session)
        .query("SELECT k, v AS k, even AS k_2 FROM numbers WHERE k = 7")
        .to(file())
        .export();
    Map<String, JsonNode> row = new DuckDbReader().read(file()).rows().get(0);
    assertThat(row.keySet()).containsExactly("k", "k_3", "k_2");
    assertThat(row.values().stream().map(JsonNode::textValue))
        .containsExactly("7", "value 7", "false");
  }

  private Path file() {
    return folder.resolve("source.parquet");
  }
}
