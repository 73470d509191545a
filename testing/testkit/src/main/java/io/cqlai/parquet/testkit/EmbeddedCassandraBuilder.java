package io.cqlai.parquet.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/** Says what an {@link EmbeddedCassandra} is like, and starts it. */
public final class EmbeddedCassandraBuilder {

  /** The most nodes of a cluster: each needs half a gigabyte and half a minute. */
  public static final int MAX_NODES = 9;

  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[mMgG]");
  private static final int MAX_TOKENS = 256;
  private static final int PORT_ATTEMPTS = 3;
  private static final int ALONE_RING_DELAY_MILLIS = 1;
  private static final int CLUSTER_RING_DELAY_MILLIS = 5_000;

  @Nullable private Integer nodes;
  @Nullable private String heap;
  @Nullable private Integer numTokens;
  @Nullable private Path dataDirectory;
  @Nullable private Path logDirectory;
  @Nullable private Duration startTimeout;
  private boolean keepData;
  private boolean syncEveryWrite;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> jvmOptions = new ArrayList<>();

  EmbeddedCassandraBuilder() {}

  /**
   * The number of nodes, on 127.0.0.1, 127.0.0.2 and so on, started one after the other.
   *
   * @param count 1 to {@value #MAX_NODES}; the default is 1
   * @return this
   */
  public EmbeddedCassandraBuilder nodes(int count) {
    require(count >= 1 && count <= MAX_NODES, "nodes", count, "1 to " + MAX_NODES);
    requireUnset("nodes", nodes);
    nodes = count;
    return this;
  }

  /**
   * The most heap of each node.
   *
   * @param size as {@code -Xmx} takes it, in megabytes or gigabytes; the default is {@code 1g} for
   *     one node and {@code 512m} each for more
   * @return this
   */
  public EmbeddedCassandraBuilder heap(String size) {
    require(HEAP.matcher(size).matches(), "heap", size, "a size such as 512m or 1g");
    requireUnset("heap", heap);
    heap = size;
    return this;
  }

  /**
   * The number of virtual nodes, which is the number of token ranges that each node owns.
   *
   * @param count 1 to 256; the default is 16
   * @return this
   */
  public EmbeddedCassandraBuilder numTokens(int count) {
    require(count >= 1 && count <= MAX_TOKENS, "numTokens", count, "1 to " + MAX_TOKENS);
    requireUnset("numTokens", numTokens);
    numTokens = count;
    return this;
  }

  /**
   * The directory for the nodes' data.
   *
   * @param directory made if it does not exist; the default is a new temporary directory
   * @return this
   */
  public EmbeddedCassandraBuilder dataDirectory(Path directory) {
    requireUnset("dataDirectory", dataDirectory);
    dataDirectory = directory;
    return this;
  }

  /**
   * Keeps the data when the server is closed. A later server with one node, the same named data
   * directory and the same number of tokens finds them. The default is to delete them.
   *
   * @return this
   */
  public EmbeddedCassandraBuilder keepData() {
    keepData = true;
    return this;
  }

  /**
   * The directory for the nodes' logs, {@code node1.log} and so on, which are kept.
   *
   * @param directory made if it does not exist; the default is a new one for each server under
   *     {@code target/cassandra} in the working directory
   * @return this
   */
  public EmbeddedCassandraBuilder logDirectory(Path directory) {
    requireUnset("logDirectory", logDirectory);
    logDirectory = directory;
    return this;
  }

  /**
   * Answers a write only when it is on disk, so that it survives {@link CassandraNode#kill()}. The
   * default is Cassandra's own: a kill may lose what was written in its last tenth of a second.
   *
   * @return this
   */
  public EmbeddedCassandraBuilder syncEveryWrite() {
    syncEveryWrite = true;
    return this;
  }

  /**
   * A setting of cassandra.yaml, on every node, in place of the testkit's or Cassandra's default.
   *
   * @param key the setting's name in Cassandra 5.0
   * @param value its value as YAML
   * @return this
   */
  public EmbeddedCassandraBuilder setting(String key, Object value) {
    require(!settings.containsKey(key), "setting", key, "a key that was not set before");
    settings.put(key, value.toString());
    return this;
  }

  /**
   * More options for the JVM of each node, after those given before.
   *
   * <p>Nodes run with the first of the JVM's two compilers alone, which halves the cost of a start.
   * A benchmark passes {@code -XX:TieredStopAtLevel=4}, the JVM's own default.
   *
   * @param options as the {@code java} command takes them; they win over the testkit's
   * @return this
   */
  public EmbeddedCassandraBuilder jvmOptions(String... options) {
    jvmOptions.addAll(List.of(options));
    return this;
  }

  /**
   * How long each node may take until it answers CQL.
   *
   * @param most more than zero; the default is three minutes, as machines that build are busy
   * @return this
   */
  public EmbeddedCassandraBuilder startTimeout(Duration most) {
    require(!most.isNegative() && !most.isZero(), "startTimeout", most, "more than zero");
    requireUnset("startTimeout", startTimeout);
    startTimeout = most;
    return this;
  }

  /**
   * Starts the server; returns when all nodes answer CQL and reach each other.
   *
   * @return the running server, which the caller closes
   * @throws CassandraStartException if there is no JDK 17, or a node does not start
   */
  public EmbeddedCassandra start() {
    // A port that was free may be taken when the node binds it: rare, and cured by another.
    for (int attempt = 1; ; attempt++) {
      try {
        return startOnFreePorts();
      } catch (CassandraStartException failed) {
        if (attempt == PORT_ATTEMPTS || !isPortConflict(failed)) {
          throw failed;
        }
      }
    }
  }

  private static boolean isPortConflict(CassandraStartException failed) {
    String message = String.valueOf(failed.getMessage());
    return message.contains("Address already in use")
        || message.contains("is in use by another process")
        || message.contains("lost its port");
  }

  private EmbeddedCassandra startOnFreePorts() {
    int count = nodes == null ? 1 : nodes;
    Path javaHome = Jdk17.find();
    List<InetAddress> addresses =
        IntStream.rangeClosed(1, count).mapToObj(EmbeddedCassandraBuilder::loopback).toList();
    List<Integer> ports = LoopbackPorts.free(addresses, 2);
    String name = ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
    // The name is stored with the data: a later server on them must have the same.
    String cluster = dataDirectory == null ? "testkit " + name : "testkit";
    Path data = makeDataDirectory(count);
    Path logs = logDirectory == null ? Path.of("target", "cassandra", name) : logDirectory;

    List<CassandraNode> started = new ArrayList<>();
    InetSocketAddress seed = new InetSocketAddress(addresses.get(0), ports.get(0));
    for (int number = 1; number <= count; number++) {
      InetSocketAddress address = new InetSocketAddress(addresses.get(number - 1), ports.get(0));
      NodeFiles files =
          new NodeFiles(
              data.resolve("node" + number),
              logs.toAbsolutePath().resolve("node" + number + ".log"));
      Map<String, String> yaml =
          NodeSettings.of(
              cluster,
              address,
              seed,
              ports.get(1),
              numTokens == null ? 16 : numTokens,
              files.home(),
              syncEveryWrite,
              settings);
      started.add(
          new CassandraNode(
              number,
              cluster,
              address,
              files,
              yaml,
              NodeCommand.of(
                  javaHome,
                  heap == null ? (count == 1 ? "1g" : "512m") : heap,
                  files,
                  count,
                  count == 1 ? ALONE_RING_DELAY_MILLIS : CLUSTER_RING_DELAY_MILLIS,
                  !keepData,
                  jvmOptions),
              startTimeout == null ? Duration.ofMinutes(3) : startTimeout,
              started));
    }
    return start(started, data);
  }

  private EmbeddedCassandra start(List<CassandraNode> started, Path data) {
    boolean ready = false;
    try {
      ReadinessProbe.Identity identity = started.get(0).start();
      // One after the other: two nodes that join at once may not see each other's tokens.
      started.stream().skip(1).forEach(CassandraNode::start);
      if (started.size() > 1) {
        started.forEach(node -> node.awaitReady(started.size()));
      }
      EmbeddedCassandra server = new EmbeddedCassandra(started, data, keepData, identity);
      ready = true;
      return server;
    } finally {
      if (!ready) {
        EmbeddedCassandra.release(started, data, keepData);
      }
    }
  }

  private Path makeDataDirectory(int count) {
    try {
      if (dataDirectory == null) {
        return Files.createTempDirectory("cassandra-");
      }
      Path directory = Files.createDirectories(dataDirectory).toAbsolutePath();
      if (count > 1 && Files.exists(directory.resolve("node1"))) {
        throw new CassandraStartException(
            "The data directory "
                + directory
                + " already holds a cluster, whose nodes know each other by ports that are no"
                + " longer theirs. Name an empty directory, or start one node.",
            null);
      }
      return directory;
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot make the data directory", failed);
    }
  }

  private static InetAddress loopback(int number) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) number});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("Four bytes are always an address", impossible);
    }
  }

  private static void require(boolean fits, String option, Object value, String wanted) {
    if (!fits) {
      throw new IllegalArgumentException(option + " is " + value + ", but must be " + wanted + ".");
    }
  }

  private static void requireUnset(String option, @Nullable Object current) {
    if (current != null) {
      throw new IllegalStateException(option + " was already set, to " + current + ".");
    }
  }
}
