package io.cqlai.parquet.it.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ChildProcess;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import io.cqlai.parquet.testkit.process.ProcessResult;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Captures in processes of their own: one that is killed, and one of little memory. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class CaptureProcessTest {

  private static final int MANY = 250_000;

  private TestKeyspace keyspace;
  private InetSocketAddress address;
  @TempDir private Path directory;

  @BeforeAll
  void makeTable(TestKeyspace ownKeyspace, CassandraServer server) {
    keyspace = ownKeyspace;
    address = server.contactPoints().get(0);
    Users.create(keyspace.session(), "users", 50);
  }

  @Test
  void aProcessThatIsKilledLeavesWhatStoodThere() throws Exception {
    Path file = Files.writeString(directory.resolve("c.parquet"), "what stood here before");
    try (ChildProcess child = jvm(file, users(), users(), "wait").start()) {
      child.awaitOutput(Pattern.compile("waiting"), Duration.ofMinutes(1));
      child.kill();
    }
    assertThat(file).hasContent("what stood here before");
    assertThat(CapturedFile.files(directory))
        .allMatch(name -> name.equals("c.parquet") || name.matches("\\.c\\.parquet\\..*\\.tmp"));
  }

  @Test
  @Tag("long")
  void aMillionRowsFitIntoAHeapOf128Megabytes() throws Exception {
    Users.createPlain(keyspace.session(), "many", MANY);
    Path file = directory.resolve("million.parquet");
    String all = "SELECT * FROM " + keyspace.name() + ".many";

    ProcessResult result =
        jvm(file, all, all, all, all).heap("128m").run(Duration.ofMinutes(8)).requireSuccess();

    assertThat(result.output()).contains("captured " + MANY);
    assertThat(CapturedFile.rows(file)).isEqualTo(4 * MANY);
    assertThat(CapturedFile.number("SELECT count(DISTINCT id) FROM '" + file + "'"))
        .isEqualTo(MANY);
  }

  @Test
  @Tag("long")
  void thousandsOfSmallQueriesFitIntoALittleHeapAndFewFiles() throws Exception {
    Path small = Files.createDirectory(directory.resolve("small"));
    Path file = small.resolve("c.parquet");
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      queries.add(users() + " WHERE id = " + i % 50);
    }
    queries.add("wait");
    try (ChildProcess child = jvm(file, queries.toArray(String[]::new)).heap("48m").start()) {
      child.awaitOutput(Pattern.compile("waiting"), Duration.ofMinutes(4));
      assertThat(CapturedFile.files(small)).hasSizeLessThanOrEqualTo(64);
      child.kill();
    }
    assertThat(CapturedFile.number("SELECT count(*) FROM read_parquet('" + small + "/.*.tmp')"))
        .isEqualTo(2_000);
  }

  private String users() {
    return "SELECT * FROM " + keyspace.name() + ".users";
  }

  private ForkedJvm jvm(Path file, String... queries) {
    return ForkedJvm.of(CaptureMain.class)
        .arguments(address.getHostString(), address.getPort(), file)
        .arguments((Object[]) queries);
  }
}
