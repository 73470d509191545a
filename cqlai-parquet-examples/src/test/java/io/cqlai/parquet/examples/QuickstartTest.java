package io.cqlai.parquet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

  @TempDir private Path directory;

  @Test
  void archivesTheOneEventAndLeavesAFileThatDuckDbReads() throws IOException, SQLException {
    String printed = printed();

    assertThat(printed).contains("Exported 1 row", "Imported 1 row", "optional binary event_type");
    assertThat(printed.substring(printed.indexOf("SELECT COUNT(*)"))).containsPattern("\\b1\\b");
    assertThat(printed).doesNotContain("[WARN", "ERROR");
    String file = directory.resolve("events.parquet").toString();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) OVER (), event_type, properties['button'], vector[5] FROM '"
                    + file
                    + "'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isEqualTo(1);
      assertThat(row.getString(2)).isEqualTo("click");
      assertThat(row.getString(3)).isEqualTo("signup");
      assertThat(row.getFloat(4)).isEqualTo(0.5f);
    }
  }

  private String printed() throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Quickstart.main(new String[] {directory.toString()});
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
