package io.cqlai.parquet.testkit;

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
import java.util.List;

/**
 * The class path of a node's JVM: cassandra-all with its jars in the local Maven repository, and
 * the module that holds the main class. The build of that module writes the list.
 */
final class NodeClassPath {

  static final String MAIN_CLASS = "io.cqlai.parquet.testkit.node.CassandraNodeMain";
  private static final String LIST = "/io/cqlai/parquet/testkit/node/class-path";
  private static final String REMEDY =
      "Build it again with Maven: mvn -pl testing/testkit -am package.";

  private NodeClassPath() {}

  static String find() {
    URL list = NodeClassPath.class.getResource(LIST);
    if (list == null) {
      throw new CassandraStartException(
          "The list of the server's jars is missing, as cqlai-parquet-cassandra-node has not been"
              + " built. "
              + REMEDY,
          null);
    }
    List<String> entries = new ArrayList<>();
    try {
      URLConnection connection = list.openConnection();
      entries.add(moduleOf(connection, list).toString());
      try (InputStream in = connection.getInputStream()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        entries.addAll(List.of(text.split(File.pathSeparator)));
      }
    } catch (IOException | URISyntaxException unreadable) {
      throw new CassandraStartException(
          "Cannot read the list of the server's jars at " + list + ": " + unreadable, unreadable);
    }
    for (String entry : entries) {
      if (!Files.exists(Path.of(entry))) {
        throw new CassandraStartException(
            "A part of the server, "
                + entry
                + ", is no longer there: the local Maven repository changed since the build. "
                + REMEDY,
            null);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  /** The directory or jar that the list was found in also holds the main class. */
  private static Path moduleOf(URLConnection connection, URL list)
      throws IOException, URISyntaxException {
    if (connection instanceof JarURLConnection) {
      return Path.of(((JarURLConnection) connection).getJarFileURL().toURI());
    }
    String uri = list.toURI().toString();
    return Path.of(URI.create(uri.substring(0, uri.length() - LIST.length() + 1)));
  }
}
