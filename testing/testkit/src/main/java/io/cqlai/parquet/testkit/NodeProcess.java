package io.cqlai.parquet.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JVM of one node. It ends with this JVM, as its standard input is the other end of ours. */
final class NodeProcess {

  private static final Duration DRAIN = Duration.ofSeconds(60);

  private final Process process;

  private NodeProcess(Process process) {
    this.process = process;
  }

  static NodeProcess start(List<String> command, NodeFiles files) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
    // Options meant for the JVM of the tests, such as an agent, are not meant for the server.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    try {
      return new NodeProcess(builder.start());
    } catch (IOException refused) {
      throw new CassandraStartException(
          "Cannot start " + command.get(0) + ": " + refused.getMessage(), refused);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitStatus() {
    return process.exitValue();
  }

  /** Ends the process as kill -9 does, and waits for its end. */
  void kill() {
    process.destroyForcibly();
    await(DRAIN);
  }

  /** Lets the node write what it holds in memory, and waits for its end. */
  void stop() {
    try (OutputStream line = process.getOutputStream()) {
      line.write("stop\n".getBytes(StandardCharsets.US_ASCII));
      line.flush();
    } catch (IOException gone) {
      // The process has ended already: there is nothing to stop.
      kill();
      return;
    }
    if (!await(DRAIN)) {
      kill();
    }
  }

  private boolean await(Duration most) {
    boolean interrupted = false;
    try {
      long deadline = System.nanoTime() + most.toNanos();
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
