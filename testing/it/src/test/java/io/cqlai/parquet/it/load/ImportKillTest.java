package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ChildProcess;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed at random moments, and goes on each time. */
@CassandraTest
class ImportKillTest {

  private static final String FIELDS =
      "required int32 id; required binary name (STRING); optional group tags (LIST) {"
          + " repeated group list { optional binary element (STRING); } }";

  private static final int ROWS_PER_GROUP = 7_000;
  private static final int ROWS_PER_SECOND = 3_000;
  private static final int MOST_MILLIS = 1_600;

  /** For each of two threads a stretch that is open, and one that is not in the journal yet. */
  private static final int MOST_DONE_AGAIN = 3 * ROWS_PER_SECOND;

  private final TestKeyspace keyspace;
  private final InetSocketAddress address;
  @TempDir private Path directory;

  ImportKillTest(TestKeyspace keyspace, CassandraServer server) {
    this.keyspace = keyspace;
    this.address = server.contactPoints().get(0);
    keyspace.execute(
        "CREATE TABLE IF NOT EXISTS killed (id int PRIMARY KEY, name text, tags list<text>)");
  }

  @Test
  void afterTenKillsEveryRowIsThereOnce() throws Exception {
    survives(10);
  }

  @Test
  @Tag("full")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void afterAHundredKillsEveryRowIsThereOnce() throws Exception {
    survives(100);
  }

  private void survives(int kills) throws Exception {
    keyspace.execute("TRUNCATE killed");
    long seed = System.nanoTime();
    System.out.println("Kills of an import: seed " + seed);
    Random random = new Random(seed);
    int rows = kills * ROWS_PER_SECOND * 2; // more than the killed runs can write
    Path file = file(rows);

    for (int kill = 0; kill < kills; kill++) {
      try (ChildProcess child = importer(file, ROWS_PER_SECOND).start()) {
        child.awaitOutput(Pattern.compile("importing"), Duration.ofMinutes(1));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLIS));
        child.kill();
      }
    }
    long there = keyspace.execute("SELECT count(*) FROM killed").one().getLong(0);
    String output = importer(file, 1_000_000).run(Duration.ofMinutes(5)).requireSuccess().output();

    JsonNode report = new ObjectMapper().readTree(output.substring(output.indexOf('{')));
    assertThat(report.path("rowsRead").asInt()).as("seed %s", seed).isEqualTo(rows);
    assertThat(report.path("rowsWritten").asInt()).isEqualTo(rows);
    assertThat(report.path("rowsRejected").asInt()).isZero();
    assertThat(report.path("rowsSkipped").asInt()).isZero();
    long done = doneBefore(report.path("warnings").toString());
    assertThat(done).isPositive().isBetween(there - MOST_DONE_AGAIN, there);
    requireEveryRowOnce(rows, seed);
  }

  private static long doneBefore(String warnings) {
    Matcher rows = Pattern.compile("(\\d+) rows were done by earlier runs").matcher(warnings);
    assertThat(rows.find()).as(warnings).isTrue();
    return Long.parseLong(rows.group(1));
  }

  private void requireEveryRowOnce(int rows, long seed) {
    BitSet found = new BitSet(rows);
    for (Row row : keyspace.execute("SELECT id, name, tags FROM killed")) {
      int id = row.getInt(0);
      assertThat(found.get(id)).isFalse();
      found.set(id);
      assertThat(row.getString(1)).isEqualTo(name(id));
      assertThat(row.getList(2, String.class)).as("seed %s, row %s", seed, id).isEqualTo(tags(id));
    }
    assertThat(found.cardinality()).as("seed %s", seed).isEqualTo(rows);
    assertThat(found.length()).isEqualTo(rows);
  }

  private Path file(int rows) throws IOException {
    RowFile file = RowFile.of(FIELDS).plain().rowGroupRows(ROWS_PER_GROUP);
    for (int i = 0; i < rows; i++) {
      file.row(i, name(i), tags(i));
    }
    return file.writeTo(directory.resolve("killed.parquet"));
  }

  private static String name(int id) {
    return "name " + id + " " + "x".repeat(150);
  }

  private static List<String> tags(int id) {
    return List.of("a" + id, "b" + id);
  }

  private ForkedJvm importer(Path file, int rate) {
    return ForkedJvm.of(ImportMain.class)
        .options("-XX:TieredStopAtLevel=1") // which starts sooner
        .arguments(
            address.getHostString(), address.getPort(), keyspace.name(), "killed", file, rate);
  }
}
