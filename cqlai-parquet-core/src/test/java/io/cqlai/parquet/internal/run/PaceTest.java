package io.cqlai.parquet.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.copy.Rate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final AtomicLong now = new AtomicLong(-5 * SECOND);

  @Test
  void waitsAsLongAsTheRateWantsItForRowsOrForBytes() {
    Rate rows = new Rate(1_000, false);
    Rate bytes = new Rate(1_000_000, true);

    assertThat(paced(rows).waitNanos(rows, 500, 9)).isEqualTo(SECOND / 2);
    assertThat(paced(bytes).waitNanos(bytes, 9, 250_000)).isEqualTo(SECOND / 4);
  }

  @Test
  void addsUpWhatGoesOnWhileOthersWait() {
    Rate rate = new Rate(100, false);
    Pace pace = paced(rate);

    pace.waitNanos(rate, 100, 0);
    now.addAndGet(SECOND / 2);

    assertThat(pace.waitNanos(rate, 100, 0)).isEqualTo(SECOND + SECOND / 2);
  }

  @Test
  void doesNotMakeUpForTimeThatWasNotUsed() {
    Rate rate = new Rate(100, false);
    Pace pace = paced(rate);

    now.addAndGet(60 * SECOND);

    assertThat(pace.waitNanos(rate, 100, 0)).isBetween(SECOND - SECOND / 100, SECOND);
  }

  private Pace paced(Rate rate) {
    return new Pace(Optional.of(rate), now::get);
  }
}
