package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What transfers log, at every level. */
@CassandraTest
class LogsTest {

  @TempDir private Path directory;

  @Test
  void noValueAndNoPasswordIsLoggedAndEveryLineSaysWhoseItIs(
      TestKeyspace keyspace, CassandraServer server) {
    InetSocketAddress address = server.contactPoints().get(0);

    String log =
        ForkedJvm.of(LogsMain.class)
            .options("-Dorg.slf4j.simpleLogger.log.io.cqlai.parquet=trace")
            .arguments(
                address.getHostString(),
                address.getPort(),
                server.localDatacenter(),
                keyspace.name(),
                directory)
            .run(Duration.ofMinutes(2))
            .requireSuccess()
            .output();

    assertThat(log).doesNotContain(LogsMain.MARK);
    String table = Pattern.quote(keyspace.name() + ".prices");
    assertThat(log)
        .containsPattern("INFO .*\\[import " + table + " #\\d+] starts: ")
        .containsPattern("INFO .*\\[import " + table + " #\\d+] ended after .* requests sent again")
        .containsPattern("INFO .*\\[import " + table + " #\\d+] failed: TOO_MANY_ERRORS")
        .containsPattern("DEBUG .*\\[import " + table + " #\\d+] sends \\d+ rows again")
        .containsPattern("DEBUG .*\\[export prices #\\d+] a page failed, attempt 1: TIMEOUT")
        .containsPattern("INFO .*\\[export of a query #\\d+] ended after ")
        .containsPattern("INFO .*\\[export of a query #\\d+] failed: SERVER_REFUSED");
    assertThat(log.lines().filter(line -> line.contains(" io.cqlai.parquet.")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".* - \\[(import|export|plan|capture).* #\\d+] .*"));
  }
}
