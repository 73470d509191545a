package io.cqlai.parquet.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.progress.Progress;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private static final Duration ELAPSED = Duration.ofSeconds(10);

  @Test
  void tellsThePageOfAQuery() {
    assertThat(line(OptionalDouble.empty(), 12, OptionalLong.of(1_000)))
        .isEqualTo("Page 12 of about 1,000, 60,000 rows, 6,000 rows/s, about 823 s left");
    assertThat(line(OptionalDouble.empty(), 12, OptionalLong.of(10)))
        .isEqualTo("Page 12 of about 10, 60,000 rows, 6,000 rows/s");
    assertThat(line(OptionalDouble.empty(), 12, OptionalLong.empty()))
        .isEqualTo("Page 12, 60,000 rows, 6,000 rows/s");
  }

  @Test
  void tellsTheTimeThatIsLeftWhereThePartsAreKnown() {
    assertThat(line(OptionalDouble.of(0.5), 12, OptionalLong.empty()))
        .isEqualTo("60,000 rows, 6,000 rows/s, about 10 s left");
  }

  private static String line(OptionalDouble fraction, long pages, OptionalLong about) {
    return ProgressDisplay.line(new Progress(60_000, 1, ELAPSED, fraction, pages, about));
  }
}
