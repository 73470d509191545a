package io.cqlai.parquet.it.verify;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.Verifier;
import io.cqlai.parquet.testkit.RunningCassandra;
import java.net.InetSocketAddress;

/** Compares a file with a table in a JVM of its own, and prints the report. */
final class VerifyMain {

  private VerifyMain() {}

  /** Takes host, port, keyspace, table and file. */
  public static void main(String[] arguments) {
    InetSocketAddress address = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    try (RunningCassandra server = RunningCassandra.at(address);
        CqlSession session = server.newSession()) {
      System.out.println(
          Verifier.on(session)
              .file(arguments[4])
              .against(arguments[2], arguments[3])
              .verify()
              .toJson());
    }
  }
}
