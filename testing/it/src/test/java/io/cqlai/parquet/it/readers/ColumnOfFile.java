package io.cqlai.parquet.it.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One column of a file, read by DuckDB, which then does not look at the others. */
public final class ColumnOfFile {

  private ColumnOfFile() {}

  /**
   * The values of a column as DuckDB prints them.
   *
   * @return the values in the file's order; none where there is no such file
   */
  public static List<String> read(Path file, String column) throws IOException {
    List<String> values = new ArrayList<>();
    if (!Files.exists(file)) {
      return values;
    }
    String query =
        "SELECT "
            + DuckDbSql.quoted(column)
            + "::VARCHAR FROM read_parquet('"
            + file.toString().replace("'", "''")
            + "')";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        values.add(found.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IOException("DuckDB does not read " + file + ": " + e.getMessage(), e);
    }
  }
}
