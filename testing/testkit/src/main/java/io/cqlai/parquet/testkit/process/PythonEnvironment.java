package io.cqlai.parquet.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/**
 * A Python with given packages, in a virtual environment that is made once and used by all later
 * tests and builds.
 *
 * <p>Environments live in {@code ~/.cache/cqlai-parquet/python}, or where the system property
 * {@value #CACHE_PROPERTY} says, one for each Python version and list of packages. Where there is
 * no {@code python3} the test is skipped. Where packages cannot be installed it is skipped too, but
 * fails where the environment variable {@code CI} is {@code true}.
 */
public final class PythonEnvironment {

  /** System property: the directory for the environments. */
  public static final String CACHE_PROPERTY = "python.environments";

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  private final Path python;

  private PythonEnvironment(Path python) {
    this.python = python;
  }

  /**
   * The environment with these packages; the first call makes it, which may take minutes.
   *
   * @param packages as pip takes them, with versions: {@code pyarrow==22.0.0}
   * @return the environment
   * @throws TestAbortedException where there is no Python 3, or no package outside of CI
   * @throws IllegalStateException where packages cannot be installed and {@code CI} is true
   */
  public static PythonEnvironment withPackages(String... packages) {
    String configured = System.getProperty(CACHE_PROPERTY);
    Path cache =
        configured == null
            ? Path.of(System.getProperty("user.home"), ".cache", "cqlai-parquet", "python")
            : Path.of(configured);
    return withPackages("python3", cache, "true".equals(System.getenv("CI")), packages);
  }

  static PythonEnvironment withPackages(
      String interpreter, Path cache, boolean failWithoutPackages, String... packages) {
    try {
      return new PythonEnvironment(
          new PythonEnvironments(interpreter, cache).python(List.of(packages)));
    } catch (PythonEnvironments.PackagesMissingException missing) {
      if (failWithoutPackages) {
        throw new IllegalStateException(missing.getMessage(), missing);
      }
      throw new TestAbortedException(missing.getMessage(), missing);
    }
  }

  /**
   * The environment's interpreter.
   *
   * @return the path of its {@code python}
   */
  public Path interpreter() {
    return python;
  }

  /**
   * Runs a script in a file.
   *
   * @param script the file
   * @param arguments each is passed as {@link Object#toString()} gives it
   * @return how it ended
   * @throws AssertionError if it takes more than five minutes
   */
  public ProcessResult run(Path script, Object... arguments) {
    return run(List.of(script.toString()), arguments);
  }

  /**
   * Runs a script in a string.
   *
   * @param code the Python code
   * @param arguments {@code sys.argv[1]} and so on
   * @return how it ended
   * @throws AssertionError if it takes more than five minutes
   */
  public ProcessResult runCode(String code, Object... arguments) {
    return run(List.of("-c", code), arguments);
  }

  private ProcessResult run(List<String> what, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(python.toString());
    command.addAll(what);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    // The text must come as Java reads it, whatever the locale of the machine.
    environment.put("PYTHONUTF8", "1");
    environment.put("PYTHONUNBUFFERED", "1");
    environment.remove("PYTHONPATH");
    environment.remove("PYTHONHOME");
    try (ChildProcess child = ChildProcess.start(builder)) {
      return child.await(DEFAULT_TIMEOUT);
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot start " + python, failed);
    }
  }
}
