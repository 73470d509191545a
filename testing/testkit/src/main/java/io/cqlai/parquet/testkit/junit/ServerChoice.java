package io.cqlai.parquet.testkit.junit;

import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.EmbeddedCassandra;
import io.cqlai.parquet.testkit.RunningCassandra;
import io.cqlai.parquet.testkit.container.ContainerCassandra;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which server the tests run on, as the system property {@code cassandra} says. */
sealed interface ServerChoice {

  String PROPERTY = "cassandra";
  String VERSION_PROPERTY = "cassandra.container.version";
  Pattern HOST_AND_PORT = Pattern.compile("(?<host>.+):(?<port>[0-9]{1,5})");
  int MAX_PORT = 65_535;

  /** Starts the server, or connects to it. */
  CassandraServer start();

  /** What this machine lacks for it, or empty when it can start. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** One node in a child process. */
  record Embedded() implements ServerChoice {
    @Override
    public CassandraServer start() {
      return EmbeddedCassandra.builder().start();
    }
  }

  /** One node in a container. */
  record Container(String version) implements ServerChoice {
    @Override
    public CassandraServer start() {
      return ContainerCassandra.start(version);
    }

    @Override
    public Optional<String> missing() {
      return ContainerCassandra.isDockerAvailable()
          ? Optional.empty()
          : Optional.of(
              "-D"
                  + PROPERTY
                  + "=container needs a Docker engine, and none answers on this machine.");
    }
  }

  /** A server that runs already. */
  record Running(InetSocketAddress address) implements ServerChoice {
    @Override
    public CassandraServer start() {
      return RunningCassandra.at(address);
    }
  }

  static ServerChoice fromSystemProperties() {
    return from(System::getProperty);
  }

  static ServerChoice from(UnaryOperator<String> properties) {
    String value = Optional.ofNullable(properties.apply(PROPERTY)).orElse("embedded");
    if (value.equals("embedded")) {
      return new Embedded();
    }
    if (value.equals("container")) {
      return new Container(Optional.ofNullable(properties.apply(VERSION_PROPERTY)).orElse("5.0"));
    }
    Matcher address = HOST_AND_PORT.matcher(value);
    if (address.matches() && Integer.parseInt(address.group("port")) <= MAX_PORT) {
      return new Running(
          new InetSocketAddress(address.group("host"), Integer.parseInt(address.group("port"))));
    }
    throw new IllegalArgumentException(
        "The system property "
            + PROPERTY
            + " is '"
            + value
            + "', but must be embedded, container or HOST:PORT.");
  }
}
