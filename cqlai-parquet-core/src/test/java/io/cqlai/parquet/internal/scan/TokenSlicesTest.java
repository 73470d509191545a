package io.cqlai.parquet.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenSlicesTest {

  @Test
  void coverTheRingWithoutAGap() {
    assertThat(TokenSlices.span(0).start()).isEqualTo(Long.MIN_VALUE);
    for (int slice = 1; slice < 64; slice++) {
      assertThat(TokenSlices.span(slice).start()).isEqualTo(TokenSlices.span(slice - 1).end());
    }
    assertThat(TokenSlices.span(63).end()).isEqualTo(Long.MAX_VALUE);
    assertThat(TokenSlices.span(32)).isEqualTo(new TokenSpan(-1, (1L << 58) - 1));
  }

  @Test
  void findWhatStretchesHaveInCommon() {
    TokenSpan span = new TokenSpan(10, 20);
    assertThat(span.common(new TokenSpan(15, 30))).contains(new TokenSpan(15, 20));
    assertThat(span.common(TokenSpan.RING)).contains(span);
    assertThat(span.common(new TokenSpan(20, 30))).isEmpty();
    assertThat(span.common(new TokenSpan(0, 10))).isEmpty();
  }
}
