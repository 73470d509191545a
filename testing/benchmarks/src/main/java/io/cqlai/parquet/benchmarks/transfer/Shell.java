package io.cqlai.parquet.benchmarks.transfer;

import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.net.InetSocketAddress;
import java.time.Duration;

/** The examples' shell as a user runs it: a JVM that starts, does one statement, and ends. */
final class Shell {

  /** The longest that any process may take. */
  static final Duration LONGEST = Duration.ofMinutes(60);

  private final InetSocketAddress address;

  Shell(InetSocketAddress address) {
    this.address = address;
  }

  void run(String statement) {
    ForkedJvm.of(io.cqlai.parquet.examples.shell.Shell.class)
        .arguments("--host", address.getHostString(), "--port", address.getPort())
        .arguments("-k", BenchServer.KEYSPACE, "-e", statement)
        .run(LONGEST)
        .requireSuccess();
  }
}
