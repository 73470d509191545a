package io.cqlai.parquet.it.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import io.cqlai.parquet.testkit.process.ProcessResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that are larger than the heap. */
@CassandraTest
@Tag("long")
class ExportMemoryTest {

  private static final int IN_FLIGHT = 64;

  private final TestKeyspace keyspace;
  private final InetSocketAddress address;
  @TempDir private Path directory;

  ExportMemoryTest(TestKeyspace keyspace, CassandraServer server) {
    this.keyspace = keyspace;
    this.address = server.contactPoints().get(0);
  }

  @Test
  void cellsOfSixteenMillionBytesFitIntoAHeapOf256Megabytes() throws SQLException, IOException {
    fill("large", 20, 16_000_000, 1);

    ProcessResult parquet = export("256m", "large", "parquet");
    ProcessResult csv = export("256m", "large", "csv");
    ProcessResult json = export("256m", "large", "json");

    assertThat(parquet.output()).contains("\"rowsWritten\" : 20");
    assertThat(csv.output()).contains("\"rowsWritten\" : 20");
    assertThat(json.output()).contains("\"rowsWritten\" : 20");
    assertThat(rowsSeenByDuckDb("large")).isEqualTo(20);
    assertThat(lines("large.csv")).isEqualTo(21);
    assertThat(lines("large.json")).isEqualTo(20);
  }

  @Test
  void aTableTenTimesTheHeapIsExported() throws SQLException, IOException {
    fill("many", 68_000, 10_000, IN_FLIGHT);

    ProcessResult parquet = export("64m", "many", "parquet");
    ProcessResult csv = export("64m", "many", "csv");
    ProcessResult json = export("64m", "many", "json");

    assertThat(parquet.output()).contains("\"rowsWritten\" : 68000");
    assertThat(csv.output()).contains("\"rowsWritten\" : 68000");
    assertThat(json.output()).contains("\"rowsWritten\" : 68000");
    assertThat(rowsSeenByDuckDb("many")).isEqualTo(68_000);
    assertThat(lines("many.csv")).isEqualTo(68_001);
    assertThat(lines("many.json")).isEqualTo(68_000);
  }

  private void fill(String table, int rows, int bytes, int inFlight) {
    keyspace.execute("CREATE TABLE " + table + " (id int PRIMARY KEY, data blob)");
    PreparedStatement insert =
        keyspace.session().prepare("INSERT INTO " + table + " (id, data) VALUES (?, ?)");
    byte[] data = new byte[bytes];
    Random random = new Random(3);
    Deque<CompletionStage<AsyncResultSet>> open = new ArrayDeque<>();
    for (int i = 0; i < rows; i++) {
      random.nextBytes(data);
      open.add(keyspace.session().executeAsync(insert.bind(i, ByteBuffer.wrap(data.clone()))));
      if (open.size() >= inFlight) {
        open.remove().toCompletableFuture().join();
      }
    }
    open.forEach(each -> each.toCompletableFuture().join());
  }

  private ProcessResult export(String heap, String table, String ending) {
    Path file = directory.resolve(table + "." + ending);
    return ForkedJvm.of(ExportMain.class)
        .heap(heap)
        .arguments(address.getHostString(), address.getPort(), keyspace.name(), table, file)
        .run(Duration.ofMinutes(8))
        .requireSuccess();
  }

  private long lines(String file) throws IOException {
    try (Stream<String> lines = Files.lines(directory.resolve(file))) {
      return lines.count();
    }
  }

  private long rowsSeenByDuckDb(String table) throws SQLException {
    Path file = directory.resolve(table + ".parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM '" + file + "'")) {
      count.next();
      return count.getLong(1);
    }
  }
}
