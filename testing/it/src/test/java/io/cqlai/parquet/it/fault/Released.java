package io.cqlai.parquet.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this process still holds of transfers that have ended. */
final class Released {

  private static final Path HANDLES = Path.of("/proc/self/fd");
  private static final Pattern OF_A_JOB = Pattern.compile(".* #\\d+(, helper \\d+)?");
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private Released() {}

  /**
   * Waits until there are no threads of transfers and no open files below a directory.
   *
   * @throws AssertionError with what is there after 5 s
   */
  static void await(Path directory) {
    long end = System.nanoTime() + MOST_NANOS;
    List<String> held = held(directory);
    while (!held.isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
      held = held(directory);
    }
    if (!held.isEmpty()) {
      throw new AssertionError("Not released: " + held);
    }
  }

  private static List<String> held(Path directory) {
    List<String> held = new ArrayList<>();
    for (Thread thread : threads()) {
      if (OF_A_JOB.matcher(thread.getName()).matches()) {
        held.add("thread " + thread.getName());
      }
    }
    for (Path open : openFiles()) {
      if (open.startsWith(directory)) {
        held.add("open file " + open);
      }
    }
    return held;
  }

  /** Returns the threads of this process that are alive. */
  static List<Thread> threads() {
    return List.copyOf(Thread.getAllStackTraces().keySet());
  }

  /** Returns what the handles of this process lead to; nothing where the system does not tell. */
  static List<Path> openFiles() {
    if (!Files.isDirectory(HANDLES)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> handles = Files.list(HANDLES)) {
      for (Path handle : handles.toList()) {
        try {
          files.add(Files.readSymbolicLink(handle));
        } catch (IOException closedMeanwhile) {
          continue;
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
