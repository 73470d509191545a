package io.cqlai.parquet.internal.cql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void pausesDoubleAndKeepAtLeastHalfOfTheirLength() {
    Backoff backoff = new Backoff(9, 100, 1_000);
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.millis(1)).isBetween(50L, 100L);
      assertThat(backoff.millis(2)).isBetween(100L, 200L);
      assertThat(backoff.millis(4)).isBetween(400L, 800L);
    }
  }

  @Test
  void noPauseIsLongerThanTheLongest() {
    Backoff backoff = new Backoff(99, 100, 1_000);
    assertThat(backoff.millis(60)).isBetween(500L, 1_000L);
  }

  @Test
  void requestsThatFailedTogetherDoNotComeBackTogether() {
    Backoff backoff = new Backoff(5, 10_000, 10_000);
    Set<Long> pauses = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      pauses.add(backoff.millis(1));
    }
    assertThat(pauses).hasSizeGreaterThan(10);
  }
}
