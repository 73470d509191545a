package io.cqlai.parquet.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running process with its output in a file, so that no thread has to read it. */
public final class ChildProcess implements AutoCloseable {

  private static final long POLL_MILLIS = 20;

  private final List<String> command;
  private final Process process;
  private final Path output;

  private ChildProcess(List<String> command, Process process, Path output) {
    this.command = List.copyOf(command);
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a process.
   *
   * @param builder says what to run; its output is redirected, and its standard input is a pipe
   *     that ends when this JVM does
   * @return the process, which the caller closes
   * @throws IOException if there is no such program
   */
  public static ChildProcess start(ProcessBuilder builder) throws IOException {
    Path output = Files.createTempFile("child-", ".log");
    boolean started = false;
    try {
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      ChildProcess child = new ChildProcess(builder.command(), builder.start(), output);
      started = true;
      return child;
    } finally {
      if (!started) {
        Files.delete(output);
      }
    }
  }

  /**
   * The process.
   *
   * @return its process id
   */
  public long pid() {
    return process.pid();
  }

  /**
   * What the process has printed so far, standard error included.
   *
   * @return the text, decoded as UTF-8
   */
  public String output() {
    try {
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read the output of " + command.get(0), failed);
    }
  }

  /**
   * Waits until the process has printed something.
   *
   * @param pattern what to look for, anywhere in the output
   * @param most how long to wait
   * @return the first match
   * @throws AssertionError with the output, if the process ends or the time passes without it
   */
  public Matcher awaitOutput(Pattern pattern, Duration most) {
    Matcher[] found = new Matcher[1];
    BooleanSupplier matches =
        () -> {
          found[0] = pattern.matcher(output());
          return found[0].find();
        };
    long deadline = System.nanoTime() + most.toNanos();
    while (!matches.getAsBoolean()) {
      // What it printed last may have come between the two looks.
      if (!process.isAlive() && !matches.getAsBoolean()) {
        throw failure("ended with status " + process.exitValue() + " without printing " + pattern);
      }
      if (System.nanoTime() > deadline) {
        throw failure("did not print " + pattern + " within " + most.toSeconds() + " s");
      }
      pause();
    }
    return found[0];
  }

  /** Asks the process to end, by SIGTERM, and returns at once. */
  public void terminate() {
    process.toHandle().destroy(); // the other way would close its standard input first
  }

  /** Ends the process by SIGKILL and waits for its end; does nothing when it has ended. */
  public void kill() {
    process.destroyForcibly();
    waitFor(Duration.ofMinutes(1));
  }

  /**
   * Waits until the process ends.
   *
   * @param most how long to wait
   * @return how it ended
   * @throws AssertionError with the output, if it is still running then; it is killed
   */
  public ProcessResult await(Duration most) {
    if (waitFor(most).isEmpty()) {
      kill();
      throw failure("was still running after " + most.toSeconds() + " s");
    }
    return new ProcessResult(command, process.exitValue(), output());
  }

  /** Kills the process if it still runs, and deletes its output. */
  @Override
  public void close() {
    kill();
    try {
      Files.deleteIfExists(output);
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot delete " + output, failed);
    }
  }

  private Optional<Integer> waitFor(Duration most) {
    try {
      return process.waitFor(most.toNanos(), TimeUnit.NANOSECONDS)
          ? Optional.of(process.exitValue())
          : Optional.empty();
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private IllegalStateException interrupted(InterruptedException stopped) {
    process.destroyForcibly();
    Thread.currentThread().interrupt();
    return new IllegalStateException(
        "Interrupted while " + command.get(0) + " was running; it was killed.", stopped);
  }

  private AssertionError failure(String what) {
    return new AssertionError(
        command.get(0) + " " + what + ". It printed:\n" + ProcessResult.tail(output()));
  }
}
