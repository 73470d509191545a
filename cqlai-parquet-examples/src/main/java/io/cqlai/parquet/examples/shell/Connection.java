package io.cqlai.parquet.examples.shell;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.testkit.CassandraServer;
import javax.annotation.Nullable;

/**
 * The shell's session, and the server where it started one; closing closes both.
 *
 * @param session the session
 * @param server the server that was started for it, or null
 */
record Connection(CqlSession session, @Nullable CassandraServer server) implements AutoCloseable {

  @Override
  public void close() {
    try {
      session.close();
    } finally {
      if (server != null) {
        server.close();
      }
    }
  }
}
