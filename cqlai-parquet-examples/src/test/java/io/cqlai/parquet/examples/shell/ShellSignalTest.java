package io.cqlai.parquet.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ChildProcess;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import io.cqlai.parquet.testkit.process.ProcessResult;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell that a signal ends in the middle of a COPY. */
@CassandraTest
class ShellSignalTest {

  private static final int ROWS = 2_000;

  @TempDir private Path directory;
  private final CassandraServer server;
  private final TestKeyspace keyspace;

  ShellSignalTest(CassandraServer server, TestKeyspace keyspace) {
    this.server = server;
    this.keyspace = keyspace;
  }

  @Test
  void anImportThatASignalEndsGoesOnWithTheSameCommand() throws Exception {
    keyspace.execute("CREATE TABLE t (id int PRIMARY KEY, name text)");
    keyspace.execute("CREATE TABLE copy (id int PRIMARY KEY, name text)");
    for (int i = 0; i < ROWS; i++) {
      keyspace.execute("INSERT INTO t (id, name) VALUES (?, ?)", i, "name " + i);
    }
    Path file = directory.resolve("t.parquet");
    ParquetExporter.on(keyspace.session()).table("t").chunkRows(100).to(file).export();
    String statement = "COPY copy FROM '" + file + "' WITH RATE = 500 AND RESUME = TRUE";

    try (ChildProcess child = shell(statement + "; SELECT * FROM nowhere").start()) {
      awaitRows(ROWS / 2);
      child.terminate();
      ProcessResult ended = child.await(Duration.ofSeconds(20));
      assertThat(ended.exitStatus()).isEqualTo(Termination.STATUS);
      assertThat(ended.output()).contains("was cancelled").doesNotContain("nowhere");
    }
    long before = count();
    assertThat(before).isLessThan(ROWS);

    ProcessResult again = shell(statement).run(Duration.ofMinutes(1)).requireSuccess();

    assertThat(again.output())
        .contains("Imported 2,000 rows")
        .containsPattern("\\d+ rows were done by earlier runs");
    assertThat(count()).isEqualTo(ROWS);
  }

  private ForkedJvm shell(String statements) {
    InetSocketAddress address = server.contactPoints().get(0);
    return ForkedJvm.of(Shell.class)
        .arguments("--host", address.getHostString(), "--port", address.getPort())
        .arguments("-k", keyspace.name(), "-e", statements);
  }

  private void awaitRows(long rows) throws InterruptedException {
    while (count() < rows) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private long count() {
    return keyspace.execute("SELECT count(*) FROM copy").one().getLong(0);
  }
}
