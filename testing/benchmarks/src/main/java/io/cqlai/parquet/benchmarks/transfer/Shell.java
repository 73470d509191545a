package io.cqlai.parquet.benchmarks.transfer;

import io.cqlai.parquet.benchmarks.server.BenchServer;
import io.cqlai.parquet.testkit.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** The examples' shell as a user runs it: a JVM that starts, does one statement, and ends. */
final class Shell {

  /** The longest that any process may take. */
  static final Duration LONGEST = Duration.ofMinutes(60);

  private static final String COMMAND = "cqlai-parquet-examples/bin/shell";

  private final InetSocketAddress address;

  Shell(InetSocketAddress address) {
    this.address = address;
  }

  void run(String statement) {
    ProcessBuilder shell =
        new ProcessBuilder(
            COMMAND,
            "--host",
            address.getHostString(),
            "--port",
            Integer.toString(address.getPort()),
            "-k",
            BenchServer.KEYSPACE,
            "-e",
            statement);
    try (ChildProcess child = ChildProcess.start(shell)) {
      child.await(LONGEST).requireSuccess();
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot start " + COMMAND, failed);
    }
  }
}
