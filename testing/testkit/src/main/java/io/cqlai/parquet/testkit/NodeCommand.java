package io.cqlai.parquet.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a node's JVM. */
final class NodeCommand {

  /** What Cassandra's jvm17-server.options opens for a server without JMX. */
  private static final List<String> EXPORTS =
      List.of(
          "java.base/jdk.internal.misc",
          "java.base/jdk.internal.ref",
          "java.base/sun.nio.ch",
          "java.management.rmi/com.sun.jmx.remote.internal.rmi",
          "java.rmi/sun.rmi.registry",
          "java.rmi/sun.rmi.server",
          "java.sql/java.sql");

  private static final List<String> OPENS =
      List.of(
          "java.base/java.io",
          "java.base/java.lang",
          "java.base/java.lang.module",
          "java.base/java.lang.reflect",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/jdk.internal.loader",
          "java.base/jdk.internal.math",
          "java.base/jdk.internal.module",
          "java.base/jdk.internal.ref",
          "java.base/jdk.internal.reflect",
          "java.base/jdk.internal.util.jar",
          "java.base/sun.nio.ch",
          "java.rmi/sun.rmi.transport.tcp",
          "jdk.management/com.sun.management.internal");

  private NodeCommand() {}

  /**
   * The command.
   *
   * @param javaHome a JDK 17
   * @param heap the most heap, as {@code -Xmx} takes it
   * @param files the node's files
   * @param nodes the size of the cluster
   * @param ringDelayMillis how long a node waits for news of the others before it takes its tokens
   * @param deleteWithParent whether the home is deleted when the parent dies
   * @param more options that win over these
   */
  static List<String> of(
      Path javaHome,
      String heap,
      NodeFiles files,
      int nodes,
      int ringDelayMillis,
      boolean deleteWithParent,
      List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    // No -Xms: Cassandra locks its memory, and what is not committed yet needs no time for that.
    command.add("-Xmx" + heap);
    // Most servers here live for a minute: the second compiler would cost more than it gives, as
    // measured over a start and the first 300,000 rows (half the processor time without it).
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-UsePerfData");
    command.add("-Djava.security.manager=allow");
    command.add("-Djdk.attach.allowAttachSelf=true");
    EXPORTS.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
    OPENS.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
    // Native libraries are unpacked here, so that they go with the rest even after a kill.
    command.add("-Djava.io.tmpdir=" + files.temporary());
    command.add("-Djna.tmpdir=" + files.temporary());
    command.add("-Dlogback.configurationFile=" + files.logback());
    command.add("-Dcassandra-foreground=yes");
    command.add("-Dcassandra.config=" + files.configuration().toUri());
    command.add("-Dcassandra.storagedir=" + files.home());
    command.add("-Dcassandra.logdir=" + files.home());
    command.add("-Dcassandra.ring_delay_ms=" + ringDelayMillis);
    command.add("-Dcassandra.skip_wait_for_gossip_to_settle=0");
    // Each node a replica of this keyspace: reading it at ALL proves that all see each other.
    command.add("-Dcassandra.system_distributed.default_rf=" + nodes);
    command.add("-Dcassandra.consistent.rangemovement=false");
    command.add("-Dcassandra.superuser_setup_delay_ms=0");
    if (deleteWithParent) {
      command.add("-Dcqlai.testkit.delete=" + files.home());
    }
    command.addAll(more);
    command.add("-cp");
    command.add(NodeClassPath.find());
    command.add(NodeClassPath.MAIN_CLASS);
    return command;
  }
}
