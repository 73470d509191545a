package io.cqlai.parquet.testkit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.internal.core.loadbalancing.DcInferringLoadBalancingPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** The driver settings of sessions in tests. */
final class TestSessions {

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  private TestSessions() {}

  static CqlSessionBuilder builder(List<InetSocketAddress> contactPoints, String datacenter) {
    return CqlSession.builder()
        .addContactPoints(contactPoints)
        .withLocalDatacenter(datacenter)
        .withConfigLoader(settings().build());
  }

  /** A session with a server whose data centre is not known yet. */
  static CqlSession probe(InetSocketAddress address) {
    return CqlSession.builder()
        .addContactPoint(address)
        .withConfigLoader(
            settings()
                .withClass(
                    DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS,
                    DcInferringLoadBalancingPolicy.class)
                .build())
        .build();
  }

  private static ProgrammaticDriverConfigLoaderBuilder settings() {
    return DriverConfigLoader.programmaticBuilder()
        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, REQUEST_TIMEOUT)
        .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, REQUEST_TIMEOUT)
        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, REQUEST_TIMEOUT)
        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, REQUEST_TIMEOUT)
        .withDuration(DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, REQUEST_TIMEOUT)
        // Without these two, each DDL statement waits a second for more of its kind, and each
        // close waits two seconds for stragglers.
        .withDuration(DefaultDriverOption.METADATA_SCHEMA_WINDOW, Duration.ZERO)
        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
        .withInt(DefaultDriverOption.NETTY_IO_SIZE, 2)
        .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1);
  }
}
