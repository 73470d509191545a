package io.cqlai.parquet.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.load.ReadBack.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesTest {

  /** Older, sent, others, missing; what follows for INSERT and for UPDATE. */
  @ParameterizedTest
  @CsvSource({
    "false, false, false, false, UNKNOWN, UNKNOWN",
    "false, true,  false, false, WRITTEN, WRITTEN",
    "false, false, true,  false, UNKNOWN, UNKNOWN",
    "false, true,  true,  false, UNKNOWN, UNKNOWN",
    "false, false, false, true,  UNKNOWN, SEND_AGAIN",
    "false, true,  false, true,  UNKNOWN, UNKNOWN",
    "false, false, true,  true,  UNKNOWN, UNKNOWN",
    "false, true,  true,  true,  UNKNOWN, UNKNOWN",
    "true,  false, false, false, SKIPPED, SEND_AGAIN",
    "true,  true,  false, false, SKIPPED, SEND_AGAIN",
    "true,  false, true,  false, SKIPPED, UNKNOWN",
    "true,  true,  true,  false, SKIPPED, UNKNOWN",
    "true,  false, false, true,  SKIPPED, SEND_AGAIN",
    "true,  true,  false, true,  SKIPPED, SEND_AGAIN",
    "true,  false, true,  true,  SKIPPED, UNKNOWN",
    "true,  true,  true,  true,  SKIPPED, UNKNOWN",
  })
  void tellWhatBecameOfTheWrite(
      boolean older,
      boolean sent,
      boolean others,
      boolean missing,
      Outcome ofInsert,
      Outcome ofUpdate) {
    Traces traces = new Traces(older, sent, others, missing);
    assertThat(traces.ofInsert()).isEqualTo(ofInsert);
    assertThat(traces.ofUpdate()).isEqualTo(ofUpdate);
  }
}
