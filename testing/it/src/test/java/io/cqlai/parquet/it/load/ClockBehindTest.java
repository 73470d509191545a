package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.ServerClock;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@CassandraTest
class ClockBehindTest {

  private final CqlSession session;

  ClockBehindTest(CqlSession session) {
    this.session = session;
  }

  @Test
  void aClockThatIsRightOrAheadIsNotMentioned() {
    assertThat(warning(Duration.ZERO)).isEmpty();
    assertThat(warning(Duration.ofSeconds(5))).isEmpty();
  }

  @Test
  void aClockThatIsBehindIsWarnedOfWithItsDistanceAndTheRemedy() {
    assertThat(warning(Duration.ofSeconds(-5)).orElseThrow())
        .containsPattern("clock is (4[5-9]|50)[0-9]{2} ms behind")
        .contains("lose against")
        .contains("TIMESTAMP");
  }

  @Test
  void theServerIsAskedAtALevelThatReadsAlwaysHave() {
    Requests requests = Requests.of(session, null, null, ConsistencyLevel.ANY);

    assertThat(ServerClock.check(requests, Instant::now).toCompletableFuture().join()).isEmpty();
  }

  private Optional<String> warning(Duration ahead) {
    Requests requests = Requests.of(session, null, null, null);
    return ServerClock.check(requests, () -> Instant.now().plus(ahead))
        .toCompletableFuture()
        .join();
  }
}
