package io.cqlai.parquet.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;

/** One node of an {@link EmbeddedCassandra}, which may be killed and started again. */
public final class CassandraNode {

  private static final long POLL_MILLIS = 50;

  private final int number;
  private final String cluster;
  private final InetSocketAddress address;
  private final NodeFiles files;
  private final Map<String, String> settings;
  private final List<String> command;
  private final Duration startTimeout;

  /** All nodes of the cluster, this one included. */
  private final List<CassandraNode> all;

  @Nullable private volatile NodeProcess process;

  CassandraNode(
      int number,
      String cluster,
      InetSocketAddress address,
      NodeFiles files,
      Map<String, String> settings,
      List<String> command,
      Duration startTimeout,
      List<CassandraNode> all) {
    this.number = number;
    this.cluster = cluster;
    this.address = address;
    this.files = files;
    this.settings = settings;
    this.command = command;
    this.startTimeout = startTimeout;
    this.all = all;
  }

  /**
   * The node's place in the order of starting.
   *
   * @return 1 for the first node
   */
  public int number() {
    return number;
  }

  /**
   * The address at which the node answers CQL; it stays the same after a restart.
   *
   * @return a loopback address
   */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * The file with all that the node has logged and printed, over all its starts.
   *
   * @return a file that stays when the server is closed
   */
  public Path log() {
    return files.log();
  }

  /**
   * The node's process.
   *
   * @return the process id of the node's JVM
   * @throws IllegalStateException if the node does not run
   */
  public long pid() {
    NodeProcess current = process;
    if (current == null || !current.isAlive()) {
      throw new IllegalStateException("Node " + number + " does not run.");
    }
    return current.pid();
  }

  /**
   * Whether the node's process lives.
   *
   * @return false after a kill, or when the process ended by itself
   */
  public boolean isRunning() {
    NodeProcess current = process;
    return current != null && current.isAlive();
  }

  /**
   * Ends the node by SIGKILL; returns when it has ended. What was written just before may be lost,
   * see {@link EmbeddedCassandraBuilder#syncEveryWrite()}. The other nodes take some seconds to
   * notice, and may wait for its answers until then.
   */
  public void kill() {
    NodeProcess current = process;
    if (current != null) {
      current.kill();
    }
  }

  /**
   * Starts the node again on the data that it had; returns when it answers CQL and, if all the
   * others run, when all reach each other.
   *
   * @throws IllegalStateException if the node runs
   * @throws CassandraStartException if it does not start
   */
  public void restart() {
    start();
    if (all.size() > 1 && all.stream().allMatch(CassandraNode::isRunning)) {
      all.forEach(node -> node.awaitReady(all.size()));
    }
  }

  /** The directory of the node's own files. */
  Path home() {
    return files.home();
  }

  ReadinessProbe.Identity start() {
    launch();
    return awaitReady(1);
  }

  private synchronized void launch() {
    if (isRunning()) {
      throw new IllegalStateException("Node " + number + " runs already: kill it first.");
    }
    try {
      files.write(settings);
    } catch (IOException failed) {
      throw new CassandraStartException(
          "Cannot write the configuration of node " + number + ": " + failed, failed);
    }
    process = NodeProcess.start(command, files);
  }

  /** Ends the process in order, with all data written. */
  void stop() {
    NodeProcess current = process;
    if (current != null) {
      current.stop();
    }
  }

  /** Waits until the node answers a query and reaches as many nodes, itself included. */
  ReadinessProbe.Identity awaitReady(int clusterSize) {
    NodeProcess started = Objects.requireNonNull(process, "the node was never started");
    ReadinessProbe probe = new ReadinessProbe(address);
    long deadline = System.nanoTime() + startTimeout.toNanos();
    while (System.nanoTime() < deadline) {
      if (!started.isAlive()) {
        throw failure("ended with status " + started.exitStatus() + " before it was ready", probe);
      }
      Optional<ReadinessProbe.Identity> answer = probe.ask(clusterSize);
      if (answer.isPresent()) {
        if (!answer.get().cluster().equals(cluster)) {
          started.kill();
          throw failure("lost its port to another server, " + answer.get(), probe);
        }
        return answer.get();
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        started.kill();
        throw failure("was still starting when its starter was interrupted", probe);
      }
    }
    started.kill();
    throw failure("was not ready after " + startTimeout.toSeconds() + " s", probe);
  }

  private CassandraStartException failure(String what, ReadinessProbe probe) {
    return new CassandraStartException(
        "Cassandra node " + number + " at " + address + " " + what + ".\n" + LogTail.of(log()),
        probe.lastFailure());
  }
}
