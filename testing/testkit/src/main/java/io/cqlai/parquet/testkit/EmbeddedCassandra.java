package io.cqlai.parquet.testkit;

import com.datastax.oss.driver.api.core.CqlSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.Nullable;

/**
 * A real Apache Cassandra on this machine's loopback addresses, each node in a JVM of its own.
 *
 * <pre>{@code
 * try (EmbeddedCassandra cassandra = EmbeddedCassandra.builder().start();
 *     CqlSession session = cassandra.newSession()) {
 *   session.execute("CREATE KEYSPACE …");
 * }
 * }</pre>
 *
 * <p>The nodes end when this is closed, when this JVM exits without closing it, and when this JVM
 * is killed. They need a JDK 17, which is looked for in the system property {@code
 * cassandra.java.home}, the environment variables {@code JAVA17_HOME} and {@code JAVA_HOME}, and
 * the running JVM.
 */
public final class EmbeddedCassandra implements CassandraServer {

  private final List<CassandraNode> nodes;
  private final Path directory;
  private final boolean keepData;
  private final String datacenter;
  private final String version;

  @Nullable private Thread exitHook;
  private boolean closed;

  EmbeddedCassandra(
      List<CassandraNode> nodes,
      Path directory,
      boolean keepData,
      ReadinessProbe.Identity identity) {
    this.nodes = List.copyOf(nodes);
    this.directory = directory;
    this.keepData = keepData;
    this.datacenter = identity.datacenter();
    this.version = identity.version();
    exitHook = new Thread(this::closeAtExit, "embedded-cassandra-exit");
    Runtime.getRuntime().addShutdownHook(exitHook);
  }

  /**
   * A builder with the defaults: one node, 1 GB of heap, 16 virtual nodes, a temporary directory.
   *
   * @return a new builder
   */
  public static EmbeddedCassandraBuilder builder() {
    return new EmbeddedCassandraBuilder();
  }

  @Override
  public List<InetSocketAddress> contactPoints() {
    return nodes.stream().map(CassandraNode::address).toList();
  }

  @Override
  public String localDatacenter() {
    return datacenter;
  }

  @Override
  public String version() {
    return version;
  }

  /**
   * All nodes, in the order in which they were started.
   *
   * @return an unmodifiable list
   */
  public List<CassandraNode> nodes() {
    return nodes;
  }

  /**
   * One node.
   *
   * @param number 1 for the first node
   * @return the node
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public CassandraNode node(int number) {
    return nodes.get(number - 1);
  }

  /**
   * The directory of the nodes' data.
   *
   * @return the directory, which {@link #close()} deletes unless the data are kept
   */
  public Path dataDirectory() {
    return directory;
  }

  /**
   * Waits until all running nodes have the same schema.
   *
   * <p>After a change of the schema the driver asks its control node whether all agree. Where the
   * change went through another node, the control node may not have heard of it yet and says yes.
   * Tests with several nodes call this after their last change. One node needs no waiting.
   *
   * @param session a session with this server
   * @throws IllegalStateException if they do not agree within 30 seconds
   */
  public void awaitSchemaAgreement(CqlSession session) {
    SchemaAgreement.await(session, nodes.stream().filter(CassandraNode::isRunning).toList());
  }

  /**
   * Ends all nodes and waits for their end; deletes their data unless the builder was told to keep
   * them. Sessions that are still open lose their connections.
   *
   * @throws UncheckedIOException if the data cannot be deleted
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (exitHook != null) {
      Runtime.getRuntime().removeShutdownHook(exitHook);
      exitHook = null;
    }
    release();
  }

  /** The JVM exits with the server still open. */
  private synchronized void closeAtExit() {
    if (!closed) {
      closed = true;
      release();
    }
  }

  private void release() {
    release(nodes, directory, keepData);
  }

  static void release(List<CassandraNode> nodes, Path directory, boolean keepData) {
    if (keepData) {
      nodes.forEach(CassandraNode::stop);
      return;
    }
    nodes.forEach(CassandraNode::kill);
    try {
      for (CassandraNode node : nodes) {
        Directories.delete(node.home());
      }
      Files.deleteIfExists(directory);
    } catch (DirectoryNotEmptyException shared) {
      // The caller's own directory holds other things too: those are not ours.
      return;
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot delete the nodes' data in " + directory, failed);
    }
  }
}
