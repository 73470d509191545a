package io.cqlai.parquet.testkit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;

/** A server that somebody else started; closing this leaves it running. */
public final class RunningCassandra implements CassandraServer {

  private final InetSocketAddress address;
  private final String datacenter;
  private final String version;

  private RunningCassandra(InetSocketAddress address, String datacenter, String version) {
    this.address = address;
    this.datacenter = datacenter;
    this.version = version;
  }

  /**
   * The server that answers CQL at an address.
   *
   * @param address the address of one of its nodes
   * @return the server, with the data centre and version that this node told
   * @throws com.datastax.oss.driver.api.core.AllNodesFailedException if it does not answer
   */
  public static RunningCassandra at(InetSocketAddress address) {
    try (CqlSession session = TestSessions.probe(address)) {
      Row row =
          Objects.requireNonNull(
              session.execute("SELECT data_center, release_version FROM system.local").one(),
              "system.local has no row");
      return new RunningCassandra(address, row.getString(0), row.getString(1));
    }
  }

  /** The same for a host and a port that a test gave to a JVM as arguments. */
  public static RunningCassandra at(String host, String port) {
    return at(new InetSocketAddress(host, Integer.parseInt(port)));
  }

  @Override
  public List<InetSocketAddress> contactPoints() {
    return List.of(address);
  }

  @Override
  public String localDatacenter() {
    return datacenter;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {
    // It is not ours to stop.
  }
}
