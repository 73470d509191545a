package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import io.cqlai.parquet.testkit.process.ProcessResult;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are larger than the heap. */
@CassandraTest
class ImportMemoryTest {

  private static final String FIELDS = "required int32 id; required binary data;";

  private final TestKeyspace keyspace;
  private final InetSocketAddress address;
  @TempDir private Path directory;

  ImportMemoryTest(TestKeyspace keyspace, CassandraServer server) {
    this.keyspace = keyspace;
    this.address = server.contactPoints().get(0);
  }

  @Test
  @Tag("long")
  void cellsOfSixteenMillionBytesFitIntoAHeapOf256Megabytes() {
    keyspace.execute("CREATE TABLE large (id int PRIMARY KEY, data blob)");
    RowFile rows = RowFile.of(FIELDS).rowGroupRows(4);
    byte[] data = new byte[16_000_000];
    new Random(1).nextBytes(data);
    for (int i = 0; i < 20; i++) {
      rows.row(i, data);
    }

    ProcessResult result = load("256m", "large", rows.writeTo(directory.resolve("large.parquet")));

    assertThat(result.output()).contains("\"rowsWritten\" : 20").contains("\"rowsRejected\" : 0");
    for (int i = 0; i < 20; i++) {
      var row = keyspace.execute("SELECT data FROM large WHERE id = " + i).one();
      assertThat(row.getByteBuffer(0).remaining()).isEqualTo(16_000_000);
    }
  }

  @Test
  @Tag("long")
  void aFileTenTimesTheHeapIsLoaded() throws IOException {
    keyspace.execute("CREATE TABLE many (id int PRIMARY KEY, data blob)");
    RowFile rows = RowFile.of(FIELDS).rowGroupRows(8_000);
    byte[][] data = new byte[50][10_000];
    Random random = new Random(2);
    for (byte[] each : data) {
      random.nextBytes(each);
    }
    for (int i = 0; i < 68_000; i++) {
      rows.row(i, data[i % data.length]);
    }
    Path file = rows.plain().writeTo(directory.resolve("many.parquet"));
    assertThat(Files.size(file)).isGreaterThan(10L * 64 * 1024 * 1024);

    ProcessResult result = load("64m", "many", file);

    assertThat(result.output())
        .contains("\"rowsWritten\" : 68000")
        .contains("\"rowsRejected\" : 0");
  }

  @Test
  @Tag("long")
  void cellsOfSixteenMillionBytesInCsvFitIntoAHeapOf256Megabytes() throws IOException {
    keyspace.execute("CREATE TABLE large_text (id int PRIMARY KEY, data blob)");

    ProcessResult result = load("256m", "large_text", csv("large.csv", 20, 16_000_000));

    assertThat(result.output()).contains("\"rowsWritten\" : 20").contains("\"rowsRejected\" : 0");
    for (int i = 0; i < 20; i++) {
      var row = keyspace.execute("SELECT data FROM large_text WHERE id = " + i).one();
      assertThat(row.getByteBuffer(0).remaining()).isEqualTo(16_000_000);
    }
  }

  @Test
  @Tag("long")
  void aFileOfCsvTenTimesTheHeapIsLoaded() throws IOException {
    keyspace.execute("CREATE TABLE many_texts (id int PRIMARY KEY, data blob)");
    Path file = csv("many.csv", 34_000, 10_000);
    assertThat(Files.size(file)).isGreaterThan(10L * 64 * 1024 * 1024);

    ProcessResult result = load("64m", "many_texts", file);

    assertThat(result.output())
        .contains("\"rowsWritten\" : 34000")
        .contains("\"rowsRejected\" : 0");
  }

  @Test
  @Tag("full")
  void cellsOfSixteenMillionBytesInJsonFitIntoAHeapOf256Megabytes() throws IOException {
    keyspace.execute("CREATE TABLE large_json (id int PRIMARY KEY, data blob)");
    keyspace.execute("CREATE TABLE large_words (id int PRIMARY KEY, data text)");

    ProcessResult blobs = load("256m", "large_json", json("large.json", 20, 16_000_000));
    ProcessResult texts = load("256m", "large_words", json("words.json", 20, 8_000_000));

    assertThat(blobs.output()).contains("\"rowsWritten\" : 20").contains("\"rowsRejected\" : 0");
    assertThat(texts.output()).contains("\"rowsWritten\" : 20").contains("\"rowsRejected\" : 0");
    for (int i = 0; i < 20; i++) {
      var row = keyspace.execute("SELECT data FROM large_json WHERE id = " + i).one();
      assertThat(row.getByteBuffer(0).remaining()).isEqualTo(16_000_000);
      var words = keyspace.execute("SELECT data FROM large_words WHERE id = " + i).one();
      assertThat(words.getBytesUnsafe(0).remaining()).isEqualTo(16_000_002);
    }
  }

  @Test
  @Tag("full")
  void aFileOfJsonTenTimesTheHeapIsLoaded() throws IOException {
    keyspace.execute("CREATE TABLE many_objects (id int PRIMARY KEY, data blob)");
    Path file = json("many.json", 34_000, 10_000);
    assertThat(Files.size(file)).isGreaterThan(10L * 64 * 1024 * 1024);

    ProcessResult result = load("64m", "many_objects", file);

    assertThat(result.output())
        .contains("\"rowsWritten\" : 34000")
        .contains("\"rowsRejected\" : 0");
  }

  private Path json(String name, int rows, int bytes) throws IOException {
    return lines(name, "", rows, bytes, "{\"id\":", ",\"data\":\"0x", "\"}\n");
  }

  private Path csv(String name, int rows, int bytes) throws IOException {
    return lines(name, "id,data\n", rows, bytes, "", ",0x", "\n");
  }

  /** Writes lines of a number and of bytes as hexadecimal digits, with texts around them. */
  private Path lines(
      String name, String header, int rows, int bytes, String before, String between, String behind)
      throws IOException {
    byte[] data = new byte[bytes];
    new Random(3).nextBytes(data);
    String hex = HexFormat.of().formatHex(data);
    Path file = directory.resolve(name);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(header);
      for (int i = 0; i < rows; i++) {
        out.write(before + i + between);
        out.write(hex);
        out.write(behind);
      }
    }
    return file;
  }

  private ProcessResult load(String heap, String table, Path file) {
    return ForkedJvm.of(ImportMain.class)
        .heap(heap)
        .arguments(address.getHostString(), address.getPort(), keyspace.name(), table, file)
        .run(Duration.ofMinutes(8))
        .requireSuccess();
  }
}
