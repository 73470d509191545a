package io.cqlai.parquet.examples.shell;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.EmbeddedCassandra;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.annotation.Nullable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the shell connects to. */
final class ConnectionOptions {

  @ArgGroup(multiplicity = "0..1")
  private Server server = new Server();

  /** One server of two kinds. */
  static final class Server {
    @Option(
        names = "--embedded",
        description = "Start a Cassandra for this run alone; its data is gone afterwards.")
    private boolean embedded;

    @Option(
        names = "--host",
        paramLabel = "H",
        description = "The host to connect to (default: 127.0.0.1).")
    @Nullable
    private String host;
  }

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "9042",
      description = "The native port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--datacenter",
      paramLabel = "DC",
      description = "The local data centre (default: that of the host).")
  @Nullable
  private String datacenter;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "USER",
      description = "The role to log in as.")
  @Nullable
  private String user;

  @Option(
      names = {"-p", "--password"},
      paramLabel = "PASSWORD",
      arity = "0..1",
      interactive = true,
      description = "Its password; asked for when no value follows.")
  @Nullable
  private char[] password;

  @Option(names = "--ssl", description = "Encrypt the connection, with the JVM's trust store.")
  private boolean ssl;

  @Option(
      names = "--driver-config",
      paramLabel = "FILE",
      description = "A configuration file of the driver; what is given here comes before it.")
  @Nullable
  private Path driverConfig;

  @Option(
      names = {"-k", "--keyspace"},
      paramLabel = "KEYSPACE",
      description = "The keyspace to use, as CQL writes it.")
  @Nullable
  private String keyspace;

  /** Connects; with {@code --embedded}, after starting the server. */
  Connection open() {
    if (server.embedded) {
      System.err.println("Starting Cassandra …");
      CassandraServer embedded = EmbeddedCassandra.builder().start();
      try {
        InetSocketAddress address = embedded.contactPoints().get(0);
        return new Connection(session(address, embedded.localDatacenter()), embedded);
      } catch (RuntimeException e) {
        embedded.close();
        throw e;
      }
    }
    String host = server.host == null ? "127.0.0.1" : server.host;
    boolean configured = server.host == null && driverConfig != null;
    return new Connection(
        session(configured ? null : new InetSocketAddress(host, port), datacenter), null);
  }

  private CqlSession session(
      @Nullable InetSocketAddress address, @Nullable String localDatacenter) {
    CqlSessionBuilder builder = CqlSession.builder().withConfigLoader(config(localDatacenter));
    if (address != null) {
      builder.addContactPoint(address);
    }
    if (user != null) {
      builder.withAuthCredentials(user, password == null ? "" : new String(password));
    }
    if (ssl) {
      builder.withSslContext(sslContext());
    }
    if (keyspace != null) {
      builder.withKeyspace(keyspace);
    }
    return builder.build();
  }

  private DriverConfigLoader config(@Nullable String localDatacenter) {
    ProgrammaticDriverConfigLoaderBuilder settings =
        DriverConfigLoader.programmaticBuilder()
            .withDuration(
                DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, Duration.ofSeconds(20))
            // by default the driver waits 2 s at its end for work that nobody gives it any more
            .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
            .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0);
    if (localDatacenter != null) {
      settings.withString(DefaultDriverOption.LOAD_BALANCING_LOCAL_DATACENTER, localDatacenter);
    } else if (driverConfig == null) {
      // a shell speaks to one host: whichever data centre that is in is the local one
      settings.withString(
          DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, "DcInferringLoadBalancingPolicy");
    }
    DriverConfigLoader given = settings.build();
    return driverConfig == null
        ? given
        : DriverConfigLoader.compose(given, DriverConfigLoader.fromPath(driverConfig));
  }

  private static SSLContext sslContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JVM has no default TLS context: " + e.getMessage(), e);
    }
  }
}
