package io.cqlai.parquet.benchmarks.encoding;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB as a reader of files: as many threads as it likes. */
public final class DuckDb implements AutoCloseable {

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /** Starts it within this JVM. */
  public static DuckDb open() throws SQLException {
    return new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
  }

  /**
   * Reads every value of a file.
   *
   * @param columns the names of all columns, with commas between them
   * @return how many rows there were
   */
  public long read(Path file, String columns) throws SQLException {
    // A hash of the values cannot be answered from statistics.
    String query =
        "SELECT count(*), bit_xor(hash(" + columns + ")) FROM read_parquet('" + file + "')";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
