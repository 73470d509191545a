package io.cqlai.parquet.testkit.node;

import org.apache.cassandra.service.CassandraDaemon;

/**
 * Runs one Cassandra node for as long as the process that started it lives.
 *
 * <p>The node is configured by Cassandra's own system properties ({@code cassandra.config} and so
 * on). Standard input is the line to the parent process, see {@link ParentWatch}.
 */
public final class CassandraNodeMain {

  private CassandraNodeMain() {}

  /**
   * Starts the node.
   *
   * @param arguments none are read
   */
  public static void main(String[] arguments) {
    // Before the daemon: a parent that dies during the start must not leave a node behind.
    ParentWatch.start(System.in);
    CassandraDaemon.main(arguments);
  }
}
