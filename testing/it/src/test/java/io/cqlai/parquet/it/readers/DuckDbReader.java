package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * DuckDB, in this process.
 *
 * <p>It holds timestamps as microseconds, so that milliseconds beyond ±292,000 years are out of its
 * range, takes the greatest and least of them for infinities, and tells a NaN's bits to nobody.
 */
public final class DuckDbReader implements IndependentReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public List<Answer> readAll(List<Path> files) throws IOException {
    List<Answer> answers = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      for (Path file : files) {
        answers.add(answer(connection, file));
      }
    } catch (SQLException e) {
      throw new IOException("DuckDB does not run: " + e.getMessage(), e);
    }
    return answers;
  }

  private static Answer answer(Connection connection, Path file) throws IOException {
    String source = "read_parquet('" + file.toString().replace("'", "''") + "')";
    // A failed execute closes DuckDB's Statement: each file gets one of its own.
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      Map<String, String> types = types(statement, source);
      return Answer.of(new FileContents(types, rows(statement, source, types)));
    } catch (SQLException e) {
      return Answer.refusing(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> types(Statement statement, String source) throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
      while (columns.next()) {
        types.put(columns.getString("column_name"), columns.getString("column_type"));
      }
    }
    return types;
  }

  private static List<Map<String, JsonNode>> rows(
      Statement statement, String source, Map<String, String> types)
      throws SQLException, IOException {
    StringJoiner selected = new StringJoiner(", ", "SELECT ", " FROM " + source);
    types.forEach(
        (name, type) ->
            selected.add(
                "(" + DuckDbType.parse(type).expression(DuckDbSql.quoted(name), 0) + ")::VARCHAR"));
    List<Map<String, JsonNode>> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(selected.toString())) {
      while (found.next()) {
        Map<String, JsonNode> row = new LinkedHashMap<>();
        int column = 0;
        for (String name : types.keySet()) {
          String json = found.getString(++column);
          row.put(name, json == null ? Cells.none() : TaggedCells.canonical(JSON.readTree(json)));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
