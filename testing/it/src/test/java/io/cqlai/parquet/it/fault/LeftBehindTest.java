package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cqlai.parquet.it.capture.CapturedFile;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ChildProcess;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves beside its targets. */
@CassandraTest
@Tag("long")
class LeftBehindTest {

  @TempDir private Path directory;

  @Test
  void theErrorFileOfAKilledImportIsDeletedByTheNextOne(
      TestKeyspace keyspace, CassandraServer server) throws Exception {
    assumeTrue(
        Files.exists(Path.of("/proc/self/ns/pid")),
        "only Linux tells processes apart for sure; elsewhere nothing is deleted");
    keyspace.execute("CREATE TABLE ids (id int PRIMARY KEY)");
    String lines =
        IntStream.range(0, 4_000)
            .mapToObj(i -> i % 2 == 0 ? Integer.toString(i) : "odd")
            .collect(Collectors.joining("\n", "id\n", "\n"));
    Path source = Files.writeString(directory.resolve("ids.csv"), lines);
    Path errors = directory.resolve("errors.csv");
    String copy =
        "COPY %s.ids FROM '%s' WITH FORMAT='CSV' AND MAXERRORS=-1 AND ERRFILE='%s'"
            .formatted(keyspace.name(), source, errors);

    try (ChildProcess child =
        statement(keyspace, server, copy + " AND RATE=200 AND CHUNKSIZE=100").start()) {
      long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (names().size() == 1 && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      child.kill();
    }
    assertThat(names()).hasSize(2).anyMatch(name -> name.startsWith(".errors.csv.w-"));

    statement(keyspace, server, copy).run(Duration.ofMinutes(1)).requireSuccess();

    assertThat(names()).containsExactly("errors.csv", "ids.csv");
  }

  private List<String> names() throws Exception {
    return CapturedFile.files(directory);
  }

  private static ForkedJvm statement(
      TestKeyspace keyspace, CassandraServer server, String statement) {
    InetSocketAddress address = server.contactPoints().get(0);
    return ForkedJvm.of(StatementMain.class)
        .arguments(address.getHostString(), address.getPort(), keyspace.name(), statement);
  }
}
