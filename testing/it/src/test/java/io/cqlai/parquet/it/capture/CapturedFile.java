package io.cqlai.parquet.it.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** What DuckDB and a look into a directory tell of captures. */
public final class CapturedFile {

  private CapturedFile() {}

  static long rows(Path file) throws SQLException {
    return number("SELECT count(*) FROM '" + file + "'");
  }

  static long rowGroups(Path file) throws SQLException {
    return number("SELECT num_row_groups FROM parquet_file_metadata('" + file + "')");
  }

  public static long number(String sql) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet count = statement.executeQuery(sql)) {
      count.next();
      return count.getLong(1);
    }
  }

  /** Runs a statement in DuckDB. */
  public static void run(String sql) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }

  public static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
