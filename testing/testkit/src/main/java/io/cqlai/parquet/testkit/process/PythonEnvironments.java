package io.cqlai.parquet.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** The virtual environments in one directory, each made at most once. */
final class PythonEnvironments {

  /** An environment could not be filled; outside of CI no fault of the code under test. */
  static final class PackagesMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackagesMissingException(String message) {
      super(message);
    }
  }

  private static final Duration PROBE = Duration.ofMinutes(1);
  private static final Duration INSTALL = Duration.ofMinutes(15);
  private static final int KEY_LENGTH = 16;

  private final String interpreter;
  private final Path directory;

  PythonEnvironments(String interpreter, Path directory) {
    this.interpreter = interpreter;
    this.directory = directory.toAbsolutePath();
  }

  /** The interpreter of the environment with these packages, which is made if it is missing. */
  Path python(List<String> packages) {
    String key = key(versionOfInterpreter(), packages);
    Path environment = directory.resolve(key);
    Path complete = environment.resolve("complete");
    // A lock of a file holds among processes only: threads of this one need their own.
    synchronized (PythonEnvironments.class) {
      try {
        Files.createDirectories(directory);
        try (FileChannel file =
                FileChannel.open(
                    directory.resolve(key + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = file.lock()) {
          // Without its mark it is the rest of an attempt that was broken off.
          if (lock.isValid() && !Files.exists(complete)) {
            make(environment, packages);
            Files.writeString(complete, String.join("\n", packages) + "\n");
          }
        }
      } catch (IOException failed) {
        throw new UncheckedIOException("Cannot make a Python environment in " + directory, failed);
      }
    }
    return python(environment);
  }

  private static Path python(Path environment) {
    return environment.resolve("bin").resolve("python");
  }

  private String versionOfInterpreter() {
    List<String> command = List.of(interpreter, "-c", "import sys; print(sys.version, sys.prefix)");
    try {
      ProcessResult result = run(command, PROBE);
      if (result.exitStatus() == 0) {
        return result.output();
      }
      throw new TestAbortedException(
          interpreter + " does not run here, so that this test is skipped: " + result.output());
    } catch (IOException missing) {
      throw new TestAbortedException(
          "There is no " + interpreter + " here, so that this test is skipped.", missing);
    }
  }

  private void make(Path environment, List<String> packages) throws IOException {
    List<String> venv = new ArrayList<>(List.of(interpreter, "-m", "venv", "--clear"));
    if (packages.isEmpty()) {
      venv.add("--without-pip");
    }
    venv.add(environment.toString());
    require(run(venv, INSTALL), "A virtual environment cannot be made");
    if (!packages.isEmpty()) {
      List<String> install =
          new ArrayList<>(
              List.of(
                  python(environment).toString(),
                  "-m",
                  "pip",
                  "install",
                  "--quiet",
                  "--disable-pip-version-check",
                  "--no-input"));
      install.addAll(packages);
      require(run(install, INSTALL), "The Python packages " + packages + " cannot be installed");
    }
  }

  private static void require(ProcessResult result, String problem) {
    if (result.exitStatus() != 0) {
      throw new PackagesMissingException(
          problem + ":\n" + ProcessResult.tail(result.output()).strip());
    }
  }

  private static ProcessResult run(List<String> command, Duration most) throws IOException {
    try (ChildProcess child = ChildProcess.start(new ProcessBuilder(command))) {
      return child.await(most);
    }
  }

  private static String key(String version, List<String> packages) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(version.getBytes(StandardCharsets.UTF_8));
      for (String each : packages.stream().sorted().toList()) {
        digest.update((byte) 0);
        digest.update(each.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
