package io.cqlai.parquet.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.annotation.Nullable;

/**
 * The JDK 17 that Cassandra 5.0 runs on.
 *
 * <p>Cassandra 5.0 installs a security manager, which Java 24 and later refuse, and is released for
 * 11 and 17 only; the tests themselves may run on any later JDK.
 */
final class Jdk17 {

  static final String PROPERTY = "cassandra.java.home";
  private static final String REMEDY =
      "Install a JDK 17 and name its directory by -D"
          + PROPERTY
          + "=/path/to/jdk-17 or by the environment variable JAVA17_HOME.";

  private Jdk17() {}

  /** The home of a JDK 17, from the places where one may be named. */
  static Path find() {
    return find(System::getProperty, System.getenv());
  }

  static Path find(UnaryOperator<String> properties, Map<String, String> environment) {
    Path named = named(PROPERTY, properties.apply(PROPERTY));
    if (named == null) {
      named = named("JAVA17_HOME", environment.get("JAVA17_HOME"));
    }
    if (named != null) {
      return named;
    }
    String javaHome = environment.get("JAVA_HOME");
    if (is17(javaHome)) {
      return Path.of(javaHome);
    }
    String running = properties.apply("java.home");
    if (is17(running)) {
      return Path.of(running);
    }
    throw new CassandraStartException(
        "Cassandra 5.0 needs a JDK 17, and none was found: JAVA_HOME is "
            + javaHome
            + " and the running JVM's home is "
            + running
            + ". "
            + REMEDY,
        null);
  }

  /** A JDK that was named on purpose must be right: another one is not taken silently. */
  @Nullable
  private static Path named(String source, @Nullable String home) {
    if (home == null || home.isBlank()) {
      return null;
    }
    if (!is17(home)) {
      throw new CassandraStartException(
          source + " is '" + home + "', which is not the home of a JDK 17. " + REMEDY, null);
    }
    return Path.of(home);
  }

  /** Every JDK since 9 has a file "release" in its home that names its version. */
  private static boolean is17(@Nullable String home) {
    if (home == null || home.isBlank() || !Files.isExecutable(Path.of(home, "bin", "java"))) {
      return false;
    }
    Path release = Path.of(home, "release");
    if (!Files.isRegularFile(release)) {
      return false;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException unreadable) {
      throw new CassandraStartException("Cannot read " + release + ": " + unreadable, unreadable);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.equals("17") || version.startsWith("17.");
  }
}
