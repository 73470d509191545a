package io.cqlai.parquet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.testkit.process.ChildProcess;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose parent is killed has nobody left to close it. */
@Tag("long")
class OrphanedNodeTest {

  private static final Pattern STARTED = Pattern.compile("node (\\d+) in (\\S+)\\R");

  @TempDir Path directory;

  /** The parent: starts a node, tells about it, and waits to be killed. */
  static final class Parent {
    public static void main(String[] arguments) throws InterruptedException {
      EmbeddedCassandra cassandra =
          EmbeddedCassandra.builder().heap("512m").logDirectory(Path.of(arguments[0])).start();
      System.out.println("node " + cassandra.node(1).pid() + " in " + cassandra.dataDirectory());
      Thread.currentThread().join();
    }
  }

  @Test
  void endsAndDeletesItsDataWhenItsParentIsKilled() throws Exception {
    try (ChildProcess parent =
        ForkedJvm.of(Parent.class).heap("128m").arguments(directory).start()) {
      Matcher started = parent.awaitOutput(STARTED, Duration.ofMinutes(3));
      ProcessHandle node = ProcessHandle.of(Long.parseLong(started.group(1))).orElseThrow();
      Path home = Path.of(started.group(2), "node1");
      assertThat(node.isAlive()).isTrue();
      assertThat(home.resolve("data")).isDirectory();

      parent.kill();

      node.onExit().get(30, TimeUnit.SECONDS);
      assertThat(home.getParent()).doesNotExist();
      assertThat(Files.readString(directory.resolve("node1.log")))
          .contains("The parent process is gone: halting.");
    }
  }
}
