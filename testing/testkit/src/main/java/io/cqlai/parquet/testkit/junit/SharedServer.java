package io.cqlai.parquet.testkit.junit;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.testkit.CassandraServer;
import javax.annotation.Nullable;

/** The server of a whole test run: started at the first need, closed by JUnit at the end. */
final class SharedServer implements AutoCloseable {

  @Nullable private CassandraServer server;
  @Nullable private CqlSession session;
  @Nullable private RuntimeException failure;

  synchronized CassandraServer server() {
    if (failure != null) {
      // Without this each class of the run would wait for the same failure again.
      throw new IllegalStateException("The server of this run did not start.", failure);
    }
    if (server == null) {
      try {
        server = ServerChoice.fromSystemProperties().start();
      } catch (RuntimeException failed) {
        failure = failed;
        throw failed;
      }
    }
    return server;
  }

  synchronized CqlSession session() {
    if (session == null) {
      session = server().newSession();
    }
    return session;
  }

  @Override
  public synchronized void close() {
    try (CassandraServer closing = server) {
      if (session != null) {
        session.close();
      }
    }
  }
}
