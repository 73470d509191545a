package io.cqlai.parquet.it.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.it.values.TableRows;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are not like most: counters, compact storage, views, altered ones, odd names. */
@CassandraTest
class KindsOfTablesTest {

  @TempDir private Path folder;

  @Test
  void countersAreAddedToAnEmptyTableAndOnlyWhenAskedFor(TestKeyspace keyspace) {
    String create =
        "CREATE TABLE %s (k text, c int, hits counter, misses counter, PRIMARY KEY (k, c))";
    keyspace.execute(create.formatted("counters"));
    keyspace.execute("UPDATE counters SET hits = hits + 5 WHERE k = 'a' AND c = 1");
    keyspace.execute(
        "UPDATE counters SET hits = hits - 7, misses = misses + 0 WHERE k = 'a' AND c = 2");
    keyspace.execute("UPDATE counters SET misses = misses + 9000000000 WHERE k = 'b' AND c = 1");
    Moved moved =
        Moved.through(
            folder.resolve("counters.parquet"),
            keyspace.session(),
            "counters",
            create,
            UnaryOperator.identity(),
            importer -> importer.mode(WriteMode.COUNTER));
    assertThat(moved.after()).isEqualTo(moved.before()).hasSize(3);
    assertThatThrownBy(
            () ->
                ParquetImporter.on(keyspace.session())
                    .table("counters")
                    .from(folder.resolve("counters.parquet"))
                    .load())
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_OPTION))
        .hasMessageContaining("COUNTER");
    assertThat(TableRows.of(keyspace.session(), "counters")).isEqualTo(moved.before());
  }

  @Test
  void tablesOfCompactStorageComeBack(TestKeyspace keyspace) {
    List<String> creates =
        List.of(
            "CREATE TABLE %s (k int PRIMARY KEY, a text, b int) WITH COMPACT STORAGE",
            "CREATE TABLE %s (k int, c text, v int, PRIMARY KEY (k, c)) WITH COMPACT STORAGE",
            "CREATE TABLE %s (k int, c text, PRIMARY KEY (k, c)) WITH COMPACT STORAGE");
    assumeThatCode(() -> keyspace.execute(creates.get(0).formatted("compact_0")))
        .as("the server makes compact tables")
        .doesNotThrowAnyException();
    keyspace.execute("INSERT INTO compact_0 (k, a) VALUES (1, 'one')");
    keyspace.execute("INSERT INTO compact_0 (k, b) VALUES (2, 2)");
    keyspace.execute(creates.get(1).formatted("compact_1"));
    keyspace.execute("INSERT INTO compact_1 (k, c, v) VALUES (1, 'one', 1)");
    keyspace.execute("INSERT INTO compact_1 (k, c, v) VALUES (1, 'two', 2)");
    keyspace.execute(creates.get(2).formatted("compact_2"));
    keyspace.execute("INSERT INTO compact_2 (k, c) VALUES (1, 'one')");
    for (int i = 0; i < creates.size(); i++) {
      Moved moved =
          Moved.through(
              folder.resolve("compact.parquet"),
              keyspace.session(),
              "compact_" + i,
              creates.get(i),
              Profile.STANDARD);
      assertThat(moved.after()).isEqualTo(moved.before()).isNotEmpty();
    }
  }

  @Test
  void aColumnAddedAfterTheDataIsNullInOldRows(TestKeyspace keyspace) {
    keyspace.execute("CREATE TABLE grown (k int PRIMARY KEY, v text)");
    keyspace.execute("INSERT INTO grown (k, v) VALUES (1, 'old')");
    keyspace.execute("ALTER TABLE grown ADD later map<text, int>");
    keyspace.execute("INSERT INTO grown (k, v, later) VALUES (2, 'new', {'a': 1})");
    keyspace.execute("ALTER TABLE grown DROP v");
    Moved moved =
        Moved.through(
            folder.resolve("grown.parquet"),
            keyspace.session(),
            "grown",
            "CREATE TABLE %s (k int PRIMARY KEY, later map<text, int>)",
            Profile.STANDARD);
    assertThat(moved.after())
        .isEqualTo(moved.before())
        .containsExactly("{\"k\":\"1\",\"later\":null}", "{\"k\":\"2\",\"later\":[[\"a\",\"1\"]]}");
  }

  @Test
  void namesThatNeedQuotesComeBack(TestKeyspace keyspace) {
    String create =
        "CREATE TABLE %s (\"Key {a, b}\" int, \"clustering.\"\"by\"\"\" text, \"select\" text,"
            + " \"from\" map<text, int>, \"static, of\" text STATIC, \"\u00e4\" int,"
            + " PRIMARY KEY (\"Key {a, b}\", \"clustering.\"\"by\"\"\"))";
    String table = "\"OddTable_1\"";
    keyspace.execute(create.formatted(table));
    keyspace.execute(
        "INSERT INTO "
            + table
            + " (\"Key {a, b}\", \"clustering.\"\"by\"\"\", \"select\", \"from\", \"static, of\","
            + " \"\u00e4\") VALUES (1, 'c', 's', {'f': 1}, 'static', 3)");
    Moved moved =
        Moved.through(
            folder.resolve("odd name, {1}.parquet"),
            keyspace.session(),
            table,
            create,
            Profile.STANDARD);
    assertThat(moved.after()).isEqualTo(moved.before()).hasSize(1);
    assertThat(moved.exported().subject()).isEqualTo(keyspace.name() + "." + table);
  }

  @Test
  void aViewIsExportedAndNotWritten(TestKeyspace keyspace) {
    keyspace.execute("CREATE TABLE based (k int PRIMARY KEY, v text)");
    keyspace.execute("INSERT INTO based (k, v) VALUES (1, 'one')");
    keyspace.execute("INSERT INTO based (k, v) VALUES (2, 'two')");
    keyspace.execute(
        "CREATE MATERIALIZED VIEW viewed AS SELECT k, v FROM based WHERE v IS NOT NULL AND k IS"
            + " NOT NULL PRIMARY KEY (v, k)");
    Views.awaitRows(keyspace.session(), "viewed", 2);
    Path file = folder.resolve("view.parquet");
    var report = ParquetExporter.on(keyspace.session()).table("viewed").to(file).export();
    assertThat(report.rowsWritten()).isEqualTo(2);
    assertThatThrownBy(
            () -> ParquetImporter.on(keyspace.session()).table("viewed").from(file).load())
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("view");
  }
}
