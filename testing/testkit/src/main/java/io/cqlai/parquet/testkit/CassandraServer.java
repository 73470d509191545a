package io.cqlai.parquet.testkit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import java.net.InetSocketAddress;
import java.util.List;

/** A running Cassandra that answers CQL: started for the caller, or already there. */
public interface CassandraServer extends AutoCloseable {

  /**
   * The addresses for CQL, one for each node that was started.
   *
   * @return at least one address
   */
  List<InetSocketAddress> contactPoints();

  /**
   * The data centre that all nodes are in.
   *
   * @return what a driver's load balancing takes as the local data centre
   */
  String localDatacenter();

  /**
   * The server's own release version.
   *
   * @return for example {@code 5.0.6}
   */
  String version();

  /**
   * A builder for sessions with this server, for tests that want their own settings.
   *
   * <p>It has the contact points, the data centre and settings for tests: requests may take 30
   * seconds, changes of the schema show at once in the session's metadata, and a session closes
   * without a pause.
   *
   * @return a new builder
   */
  default CqlSessionBuilder sessionBuilder() {
    return TestSessions.builder(contactPoints(), localDatacenter());
  }

  /**
   * Opens a session without a keyspace. The caller closes it.
   *
   * @return a new session
   */
  default CqlSession newSession() {
    return sessionBuilder().build();
  }

  /**
   * Opens a session in a keyspace that exists. The caller closes it.
   *
   * @param keyspace the name as CQL writes it: quoted where it needs quotes
   * @return a new session
   */
  default CqlSession newSession(String keyspace) {
    return sessionBuilder().withKeyspace(keyspace).build();
  }

  /** Stops the server if it was started for the caller; does nothing the second time. */
  @Override
  void close();
}
