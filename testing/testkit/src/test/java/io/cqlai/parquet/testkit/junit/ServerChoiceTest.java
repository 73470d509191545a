package io.cqlai.parquet.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.cqlai.parquet.testkit.container.ContainerCassandra;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ServerChoiceTest {

  @Test
  void startsAnEmbeddedServerWithoutAProperty() {
    assertThat(choice(Map.of())).isEqualTo(new ServerChoice.Embedded());
    assertThat(choice(Map.of("cassandra", "embedded"))).isEqualTo(new ServerChoice.Embedded());
  }

  @Test
  void takesAContainerInTheNamedVersion() {
    assertThat(choice(Map.of("cassandra", "container")))
        .isEqualTo(new ServerChoice.Container("5.0"));
    assertThat(choice(Map.of("cassandra", "container", "cassandra.container.version", "3.11")))
        .isEqualTo(new ServerChoice.Container("3.11"));
  }

  @Test
  void takesAServerThatRuns() {
    assertThat(choice(Map.of("cassandra", "127.0.0.1:9042")))
        .isEqualTo(new ServerChoice.Running(new InetSocketAddress("127.0.0.1", 9042)));
  }

  @Test
  void refusesAnythingElse() {
    assertThatThrownBy(() -> choice(Map.of("cassandra", "docker")))
        .hasMessage(
            "The system property cassandra is 'docker', but must be embedded, container or"
                + " HOST:PORT.");
    assertThatThrownBy(() -> choice(Map.of("cassandra", "127.0.0.1:99999")))
        .hasMessageContaining("127.0.0.1:99999");
  }

  /** Runs the tests of {@link Sample} and prints what became of them. */
  static final class SampleRun {
    public static void main(String[] arguments) {
      TestExecutionListener listener =
          new TestExecutionListener() {
            @Override
            public void executionSkipped(TestIdentifier test, String reason) {
              System.out.println("skipped " + test.getDisplayName() + ": " + reason);
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
              if (test.isTest()) {
                System.out.println("ran " + test.getDisplayName() + ": " + result);
              }
            }
          };
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectClass(Sample.class))
                  .build(),
              listener);
    }
  }

  @CassandraTest
  static final class Sample {
    @Test
    void needsAServer(TestKeyspace keyspace) {
      assertThat(keyspace.name()).isNotEmpty();
    }
  }

  @Test
  void skipsTheTestsWithAMessageWhereThereIsNoDocker() {
    assumeFalse(ContainerCassandra.isDockerAvailable(), "This machine has a Docker engine.");
    String output =
        ForkedJvm.of(SampleRun.class)
            .options("-Dcassandra=container")
            .run(Duration.ofMinutes(2))
            .requireSuccess()
            .output();
    assertThat(output)
        .contains("skipped ServerChoiceTest$Sample: ")
        .contains("-Dcassandra=container needs a Docker engine, and none answers on this machine.")
        .doesNotContain("ran ");
  }

  private static ServerChoice choice(Map<String, String> properties) {
    return ServerChoice.from(properties::get);
  }
}
