package io.cqlai.parquet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says why, and leaves nothing but its log. */
class StartFailureTest {

  @TempDir Path directory;

  @Test
  void showsTheEndOfTheLogWhenTheServerRefusesItsSettings() {
    Path data = directory.resolve("data");
    Path logs = directory.resolve("logs");
    EmbeddedCassandraBuilder builder =
        EmbeddedCassandra.builder()
            .dataDirectory(data)
            .logDirectory(logs)
            .setting("no_such_setting", 1);

    assertThatThrownBy(builder::start)
        .isInstanceOf(CassandraStartException.class)
        .hasMessageContaining("before it was ready")
        .hasMessageContaining("no_such_setting")
        .hasMessageContaining(logs.resolve("node1.log").toString());
    assertThat(data).doesNotExist();
    assertThat(logs.resolve("node1.log")).isNotEmptyFile();
  }

  @Test
  void refusesASecondClusterOnTheSameData() throws Exception {
    Files.createDirectories(directory.resolve("node1"));
    assertThatThrownBy(() -> EmbeddedCassandra.builder().nodes(2).dataDirectory(directory).start())
        .isInstanceOf(CassandraStartException.class)
        .hasMessageContaining("Name an empty directory");
    assertThat(directory.resolve("node1")).exists();
  }

  @Test
  void refusesBadSettingsByNameAndASecondSetting() {
    assertThatThrownBy(() -> EmbeddedCassandra.builder().nodes(0))
        .hasMessage("nodes is 0, but must be 1 to 9.");
    assertThatThrownBy(() -> EmbeddedCassandra.builder().heap("1"))
        .hasMessage("heap is 1, but must be a size such as 512m or 1g.");
    assertThatThrownBy(() -> EmbeddedCassandra.builder().numTokens(257))
        .hasMessage("numTokens is 257, but must be 1 to 256.");
    assertThatThrownBy(() -> EmbeddedCassandra.builder().nodes(1).nodes(2))
        .hasMessage("nodes was already set, to 1.");
    assertThatThrownBy(() -> EmbeddedCassandra.builder().setting("a", 1).setting("a", 2))
        .hasMessage("setting is a, but must be a key that was not set before.");
  }

  @Test
  void keepsTheServersClassesAwayFromTheTests() {
    assertThat(NodeClassPath.find()).contains("cassandra-all");
    assertThat(List.of(System.getProperty("java.class.path").split(":")))
        .noneMatch(entry -> entry.contains("cassandra-all"));
    assertThatThrownBy(() -> Class.forName("org.apache.cassandra.service.CassandraDaemon"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
