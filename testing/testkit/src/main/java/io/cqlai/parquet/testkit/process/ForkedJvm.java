package io.cqlai.parquet.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own for a main class, on the class path of the running test: for tests of memory,
 * and for tests that kill.
 *
 * <pre>{@code
 * ForkedJvm.of(ExportMain.class).heap("64m").arguments(file).run(Duration.ofMinutes(2)).requireSuccess();
 * }</pre>
 *
 * <p>It is the same Java as the running one, it exits with status 3 on an out-of-memory error, and
 * it ends with its parent. Each method returns a new object.
 */
public final class ForkedJvm {

  private final Class<?> mainClass;
  private final List<String> options;
  private final List<String> arguments;
  private final List<String> launcher;

  private ForkedJvm(
      Class<?> mainClass, List<String> options, List<String> arguments, List<String> launcher) {
    this.mainClass = mainClass;
    this.options = options;
    this.arguments = arguments;
    this.launcher = launcher;
  }

  /**
   * A JVM for a main class, with the default heap and no arguments.
   *
   * @param mainClass a class with a public {@code main} method
   * @return what can be started
   */
  public static ForkedJvm of(Class<?> mainClass) {
    return new ForkedJvm(mainClass, List.of(), List.of(), List.of());
  }

  /**
   * The same with a bound on the heap.
   *
   * @param size as {@code -Xmx} takes it, for example {@code 64m}
   * @return a new object
   */
  public ForkedJvm heap(String size) {
    return options("-Xmx" + size);
  }

  /**
   * The same with more options for the JVM, after those given before.
   *
   * @param more for example {@code -Dname=value}
   * @return a new object
   */
  public ForkedJvm options(String... more) {
    return new ForkedJvm(mainClass, joined(options, more), arguments, launcher);
  }

  /**
   * The same with more arguments for the main class, after those given before.
   *
   * @param more each is passed as {@link Object#toString()} gives it
   * @return a new object
   */
  public ForkedJvm arguments(Object... more) {
    String[] texts = new String[more.length];
    for (int i = 0; i < more.length; i++) {
      texts[i] = more[i].toString();
    }
    return new ForkedJvm(mainClass, options, joined(arguments, texts), launcher);
  }

  /**
   * The same with a bound on the size of each file that it writes, as the shell's {@code ulimit -f}
   * sets it: what goes beyond is refused by the system, as by a full disk.
   *
   * @param kilobytes the bound; what the process prints is such a file too
   * @return a new object
   */
  public ForkedJvm mostFileKilobytes(int kilobytes) {
    String blocks = Integer.toString(2 * kilobytes); // of 512 bytes, as POSIX has it
    return new ForkedJvm(
        mainClass,
        options,
        arguments,
        List.of("/bin/sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh"));
  }

  /**
   * Starts the JVM and returns at once.
   *
   * @return the running process, which the caller closes
   * @throws UncheckedIOException if it cannot be started
   */
  public ChildProcess start() {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+ExitOnOutOfMemoryError");
    // The output is decoded as UTF-8, whatever the locale of the machine.
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ForkedMain.class.getName());
    command.add(mainClass.getName());
    command.addAll(arguments);
    try {
      return ChildProcess.start(new ProcessBuilder(command));
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot start " + command.get(0), failed);
    }
  }

  /**
   * Runs the JVM to its end.
   *
   * @param most how long it may take; then it is killed
   * @return how it ended
   * @throws AssertionError if it takes longer
   */
  public ProcessResult run(Duration most) {
    try (ChildProcess child = start()) {
      return child.await(most);
    }
  }

  private static List<String> joined(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
