package io.cqlai.parquet.it.cqlsh;

import io.cqlai.parquet.testkit.process.ChildProcess;
import io.cqlai.parquet.testkit.process.PythonEnvironment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The shell that comes with Cassandra, from PyPI in an environment of its own. It writes its files
 * of rejects into the directory.
 *
 * @param address the node that it asks
 * @param keyspace the keyspace that it uses
 * @param directory where it runs
 */
record Cqlsh(InetSocketAddress address, String keyspace, Path directory) {

  private static final String PACKAGE = "cqlsh==6.2.2";

  /** Runs a statement, and returns all that was printed. */
  String run(String statement) throws IOException {
    Path python = PythonEnvironment.withPackages(PACKAGE).interpreter();
    ProcessBuilder command =
        new ProcessBuilder(
            python.resolveSibling("cqlsh").toString(),
            address.getHostString(),
            Integer.toString(address.getPort()),
            "-k",
            keyspace,
            "-e",
            statement);
    command.directory(directory.toFile());
    command.environment().put("PYTHONUTF8", "1");
    try (ChildProcess child = ChildProcess.start(command)) {
      child.await(Duration.ofMinutes(2));
      return child.output();
    }
  }
}
