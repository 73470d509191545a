package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call of a transfer to the file system fails once: to create, write, close, flush, link and
 * rename.
 */
@CassandraTest
@Tag("long")
class DiskFaultsTest {

  @TempDir private Path directory;

  @Test
  void whicheverCallFailsNothingHalfDoneIsLeftAndTheNextRunSucceeds(
      TestKeyspace keyspace, CassandraServer server) {
    Stock.create(keyspace.session(), "stock", DiskFaultsMain.ROWS, 200);
    Stock.create(keyspace.session(), "large", DiskFaultsMain.LARGE_ROWS, 2_500);
    keyspace.execute(
        "CREATE TABLE coded (id int PRIMARY KEY, price decimal, code int, label text)");
    InetSocketAddress address = server.contactPoints().get(0);

    String output =
        ForkedJvm.of(DiskFaultsMain.class)
            .options("-Djava.nio.file.spi.DefaultFileSystemProvider=" + FaultyDisk.class.getName())
            .arguments(address.getHostString(), address.getPort(), keyspace.name(), directory)
            .run(Duration.ofMinutes(5))
            .requireSuccess()
            .output();

    assertThat(output).contains("all ended as they should");
    for (String call : new String[] {"create", "write", "close", "flush to the disk", "rename"}) {
      assertThat(output).contains(call);
    }
    assertThat(output).containsPattern("to a new file, ONE: \\d+ failures of .*link");
    System.out.println(output);
  }
}
