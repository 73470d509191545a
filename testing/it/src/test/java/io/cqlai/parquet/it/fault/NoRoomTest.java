package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import io.cqlai.parquet.testkit.process.ProcessResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, a quota, a heap that is too small. */
@CassandraTest
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class NoRoomTest {

  private static final String OLD = "what stood here before";

  private TestKeyspace keyspace;
  private InetSocketAddress address;
  @TempDir private Path directories;
  private Path directory;

  @BeforeAll
  void makeTable(TestKeyspace own, CassandraServer server) {
    keyspace = own;
    address = server.contactPoints().get(0);
    Stock.create(own.session(), "stock", 8_000, 4_000);
  }

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createTempDirectory(directories, "room");
  }

  @Test
  void aQuotaEndsInATypedErrorAndWhatFitsIsWritten() throws IOException {
    Files.writeString(directory.resolve("a.parquet"), OLD);
    ProcessResult result = run(jvm(1 << 20).mostFileKilobytes(4_000));
    refused(result, "STORAGE_FAILED");
  }

  /** Where this process may mount one: elsewhere the quota stands for it. */
  @Test
  void aFullDiskEndsInATypedErrorAndWhatFitsIsWritten() throws Exception {
    if (!isDone("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", directory.toString())) {
      System.out.println("No small disk can be mounted here; the quota stands for it");
      return;
    }
    try {
      Files.writeString(directory.resolve("a.parquet"), OLD);
      refused(run(jvm(1 << 20)), "STORAGE_FAILED");
    } finally {
      assertThat(isDone("umount", directory.toString())).isTrue();
    }
  }

  @Test
  void aHeapThatIsTooSmallEndsInATypedError() throws IOException {
    Files.writeString(directory.resolve("a.parquet"), OLD);
    ProcessResult result = run(jvm(1 << 30).heap("40m").options("-XX:-ExitOnOutOfMemoryError"));
    refused(result, "OUT_OF_MEMORY");
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }

  private ForkedJvm jvm(long rowGroupBytes) {
    return ForkedJvm.of(WholeDiskMain.class)
        .arguments(address.getHostString(), address.getPort(), keyspace.name())
        .arguments(directory, rowGroupBytes);
  }

  private static ProcessResult run(ForkedJvm jvm) {
    return jvm.run(Duration.ofMinutes(3)).requireSuccess();
  }

  private static void refused(ProcessResult result, String code) {
    for (String what : new String[] {"export of 1", "export of 2", "capture"}) {
      assertThat(result.output()).containsPattern(what + ": " + code + " .* \\[a\\.parquet\\]");
    }
    assertThat(result.output()).contains("small export: done [a.parquet]");
  }
}
