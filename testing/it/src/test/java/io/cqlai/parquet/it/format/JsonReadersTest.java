package io.cqlai.parquet.it.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.PythonEnvironment;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What other programs find in our JSON lines. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class JsonReadersTest {

  private static final String PANDAS =
      """
      import sys
      import pandas

      rows = pandas.read_json(sys.argv[1], lines=True).sort_values('id')
      first, second = rows.to_dict('records')
      print(first['id'], first['big'], first['price'], first['good'], first['ratio'])
      print(first['seen_at'].isoformat(), first['name'], first['data'], first['key'])
      print(first['tags'], first['marks'], first['counts'], first['home'], first['pair'])
      print(second['id'], second['name'], second['price'], second['tags'], second['home'])
      """;

  private Path file;

  @BeforeAll
  void export(TestKeyspace keyspace, @TempDir Path directory) {
    keyspace.execute("CREATE TYPE address (street text, zip int)");
    keyspace.execute(
        "CREATE TABLE kinds (id int PRIMARY KEY, big bigint, price decimal, good boolean,"
            + " ratio double, seen_at timestamp, name text, data blob, key uuid,"
            + " tags list<text>, marks set<int>, counts map<text, int>, home frozen<address>,"
            + " pair tuple<int, text>, position vector<float, 2>)");
    keyspace.execute(
        "INSERT INTO kinds (id, big, price, good, ratio, seen_at, name, data, key, tags, marks,"
            + " counts, home, pair, position) VALUES (1, 9007199254740993, 1.50, true, 0.1,"
            + " '2024-02-29 12:34:56.789+0000', 'Zoë \"東京\"', 0xcafe,"
            + " 123e4567-e89b-12d3-a456-426614174000, ['a', 'b'], {3, 1}, {'x': 1, 'y': 2},"
            + " {street: 'Main', zip: null}, (7, 'seven'), [0.5, -1.25])");
    keyspace.execute("INSERT INTO kinds (id, big, good) VALUES (2, 1, false)");
    file = directory.resolve("kinds.json");
    ParquetExporter.on(keyspace.session()).table("kinds").to(file).export();
  }

  @Test
  void duckDbFindsTheValues() throws SQLException {
    assertThat(
            asked(
                "SELECT id, big, price, good, ratio, name, data, key, tags[2], marks, counts.y,"
                    + " home.street, home.zip, pair, position FROM '"
                    + file
                    + "' WHERE id = 1"))
        .containsExactly(
            "1",
            "9007199254740993",
            "1.5",
            "true",
            "0.1",
            "Zoë \"東京\"",
            "0xcafe",
            "123e4567-e89b-12d3-a456-426614174000",
            "b",
            "[1, 3]",
            "2",
            "Main",
            "null",
            "[7, \"seven\"]",
            "[0.5, -1.25]");
    assertThat(
            asked(
                "SELECT typeof(id), typeof(big), typeof(price), typeof(good), typeof(ratio),"
                    + " typeof(seen_at), typeof(key), epoch_ms(seen_at) FROM '"
                    + file
                    + "' WHERE id = 1"))
        .containsExactly(
            "BIGINT",
            "BIGINT",
            "DOUBLE",
            "BOOLEAN",
            "DOUBLE",
            "TIMESTAMP WITH TIME ZONE",
            "UUID",
            "1709210096789");
    assertThat(asked("SELECT name, price, tags, home FROM '" + file + "' WHERE id = 2"))
        .containsOnly("null");
  }

  private static List<String> asked(String query) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        values.add(String.valueOf(row.getObject(i)));
      }
      assertThat(row.next()).isFalse();
      return values;
    }
  }

  @Test
  void pandasFindsTheValues() {
    PythonEnvironment python = PythonEnvironment.withPackages("pandas==2.3.3");

    String output = python.runCode(PANDAS, file).requireSuccess().output();

    assertThat(output.lines())
        .containsExactly(
            "1 9007199254740993 1.5 True 0.1",
            "2024-02-29T12:34:56.789000+00:00 Zoë \"東京\" 0xcafe"
                + " 123e4567-e89b-12d3-a456-426614174000",
            "['a', 'b'] [1, 3] {'x': 1, 'y': 2} {'street': 'Main', 'zip': None} [7, 'seven']",
            "2 None nan None None");
  }
}
