package io.cqlai.parquet.testkit.container;

import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.cassandra.CassandraContainer;
import org.testcontainers.utility.DockerImageName;

/** One node of a released Cassandra in a Docker container. */
public final class ContainerCassandra implements CassandraServer {

  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

  private final CassandraContainer container;
  private final CassandraServer server;

  private ContainerCassandra(CassandraContainer container, CassandraServer server) {
    this.container = container;
    this.server = server;
  }

  /**
   * Whether a Docker engine answers on this machine.
   *
   * @return false where {@link #start} could only fail
   */
  public static boolean isDockerAvailable() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  /**
   * Starts a container; returns when the node answers CQL.
   *
   * @param version a tag of the image {@code cassandra}: 5.0, 4.1, 4.0, 3.11 or a full version
   * @return the running server, which the caller closes
   * @throws IllegalStateException if there is no Docker engine
   */
  public static ContainerCassandra start(String version) {
    CassandraContainer container =
        new CassandraContainer(DockerImageName.parse("cassandra").withTag(version))
            .withEnv("MAX_HEAP_SIZE", "1G")
            .withEnv("HEAP_NEWSIZE", "256M")
            .withEnv("CASSANDRA_NUM_TOKENS", "16")
            .withStartupTimeout(START_TIMEOUT)
            .withCreateContainerCmdModifier(
                create -> create.withEntrypoint("bash", "-c", ContainerSettings.script()));
    boolean ready = false;
    try {
      container.start();
      CassandraServer running = RunningCassandra.at(container.getContactPoint());
      ready = true;
      return new ContainerCassandra(container, running);
    } finally {
      if (!ready) {
        container.stop();
      }
    }
  }

  @Override
  public List<InetSocketAddress> contactPoints() {
    return server.contactPoints();
  }

  @Override
  public String localDatacenter() {
    return server.localDatacenter();
  }

  @Override
  public String version() {
    return server.version();
  }

  @Override
  public void close() {
    container.stop();
  }
}
