package io.cqlai.parquet.it.readers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Spark 3.5, in a JVM of its own with its own class path: for the long tests, as only a build with
 * {@code -Dincluded.groups=…} has Spark.
 *
 * <p>It starts in some seconds; read many files with one call.
 */
public final class SparkReader implements IndependentReader {

  private static final String MAIN_CLASS = "io.cqlai.parquet.it.spark.SparkMain";
  private static final String LIST = "/io/cqlai/parquet/it/spark/class-path";

  /** What Spark's own launcher opens on Java 17, as far as local mode needs it. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public List<Answer> readAll(List<Path> files) throws IOException {
    Path folder = Files.createTempDirectory("spark");
    try {
      Path answers = folder.resolve("answers.json");
      List<String> command = command();
      command.add(answers.toString());
      command.add(folder.toString());
      files.forEach(file -> command.add(file.toString()));
      ForeignProgram.run(command);
      List<Answer> read = new ArrayList<>();
      JSON.readTree(answers.toFile())
          .forEach(written -> read.add(Answer.parse(written, TaggedCells::canonical)));
      return read;
    } finally {
      delete(folder);
    }
  }

  private static List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx768m");
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.add("-Duser.timezone=UTC");
    command.add("-cp");
    command.add(classPath());
    command.add(MAIN_CLASS);
    return command;
  }

  private static String classPath() throws IOException {
    URL list = SparkReader.class.getResource(LIST);
    if (list == null) {
      throw new IOException(
          "Spark is not part of this build. Run the long tests with -Dincluded.groups=long"
              + " -Dexcluded.groups=none, which adds the module testing/spark.");
    }
    URLConnection connection = list.openConnection();
    try (InputStream in = connection.getInputStream()) {
      String jars = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return moduleOf(connection, list) + File.pathSeparator + jars;
    } catch (URISyntaxException e) {
      throw new IOException("not a file: " + list, e);
    }
  }

  /** The directory or jar that the list was found in also holds the main class. */
  private static Path moduleOf(URLConnection connection, URL list) throws URISyntaxException {
    if (connection instanceof JarURLConnection) {
      return Path.of(((JarURLConnection) connection).getJarFileURL().toURI());
    }
    String uri = list.toURI().toString();
    return Path.of(URI.create(uri.substring(0, uri.length() - LIST.length() + 1)));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
