package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.it.capture.CapturedFile;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ChildProcess;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exports that are killed with −9 at random moments, and go on with RESUME. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class ExportKillsTest {

  private static final int ROWS = 20_000;
  private static final int RATE = 10_000;

  /** How many parts may be in the making: as many as pages are asked for at once, and some. */
  private static final int OPEN_PARTS = 8;

  private TestKeyspace keyspace;
  private InetSocketAddress address;
  @TempDir private Path directory;
  private int finished;

  @BeforeAll
  void makeTable(TestKeyspace ownKeyspace, CassandraServer server) {
    keyspace = ownKeyspace;
    address = server.contactPoints().get(0);
    Numbers.create(keyspace.session(), "numbers", ROWS);
  }

  @Test
  void tenKillsCostNoRow() throws Exception {
    killed(10, 20261122L);
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void aHundredKillsCostNoRow() throws Exception {
    killed(100, System.nanoTime());
  }

  private void killed(int kills, long seed) throws Exception {
    System.out.println("The seed of " + kills + " kills is " + seed);
    Random random = new Random(seed);
    Path file = directory.resolve(kills + ".parquet");
    long most = 0;
    for (int kill = 0; kill < kills; kill++) {
      try (ChildProcess child = jvm(file).start()) {
        child.awaitOutput(Pattern.compile("begins"), Duration.ofMinutes(1));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
        child.kill();
        if (child.output().contains("has ended")) {
          assertComplete(file);
          removeAll(file);
          finished++;
        }
      }
      if (Files.exists(file)) {
        assertComplete(file);
      }
      most = Math.max(most, partsInTheMaking(file));
    }
    assertThat(most).as("parts that were begun and did not count").isLessThanOrEqualTo(OPEN_PARTS);
    String last = jvm(file).run(Duration.ofMinutes(2)).requireSuccess().output();
    assertThat(last).contains("has ended");
    assertComplete(file);
    assertThat(CapturedFile.files(file.resolveSibling("." + file.getFileName() + ".checkpoint")))
        .containsExactly("journal.jsonl");
    System.out.println(
        kills
            + " kills: "
            + finished
            + " exports had ended before, at most "
            + most
            + " parts were lost to a kill");
  }

  private ForkedJvm jvm(Path file) {
    return ForkedJvm.of(StatementMain.class)
        .options("-XX:TieredStopAtLevel=1") // which starts sooner
        .arguments(
            address.getHostString(),
            address.getPort(),
            keyspace.name(),
            "COPY numbers TO '"
                + file
                + "' WITH RESUME=TRUE AND ROWGROUP_BYTES='4KiB' AND PAGESIZE=200 AND RATE="
                + RATE);
  }

  private static long partsInTheMaking(Path file) throws IOException {
    Path checkpoint = file.resolveSibling("." + file.getFileName() + ".checkpoint");
    return Files.exists(checkpoint)
        ? CapturedFile.files(checkpoint).stream().filter(name -> name.startsWith(".part-")).count()
        : 0;
  }

  private static void assertComplete(Path file) throws SQLException {
    assertThat(CapturedFile.number("SELECT count(*) FROM '" + file + "'")).isEqualTo(ROWS);
    assertThat(CapturedFile.number("SELECT count(DISTINCT k) FROM '" + file + "'")).isEqualTo(ROWS);
    assertThat(CapturedFile.number("SELECT sum(k) FROM '" + file + "'"))
        .isEqualTo((long) ROWS * (ROWS - 1) / 2);
  }

  private static void removeAll(Path file) throws IOException {
    Files.deleteIfExists(file);
    Path checkpoint = file.resolveSibling("." + file.getFileName() + ".checkpoint");
    try (Stream<Path> all = Files.walk(checkpoint)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
