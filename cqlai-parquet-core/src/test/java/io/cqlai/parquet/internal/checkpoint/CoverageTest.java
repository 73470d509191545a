package io.cqlai.parquet.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.load.RowSpan;
import io.cqlai.parquet.internal.scan.TokenSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final TokenSpan RING = TokenSpan.RING;

  @Test
  void nothingIsMissingOfWhatWasReadInPieces() {
    List<TokenSpan> pieces = RING.split(7);
    assertThat(of(pieces).missing(RING)).isEmpty();
    assertThat(of(List.of()).missing(RING)).containsExactly(RING);
  }

  @Test
  void whatIsMissingIsToldHoweverTheStretchesWereCut() {
    Coverage coverage =
        of(List.of(new TokenSpan(10, 20), new TokenSpan(30, 40), new TokenSpan(20, 25)));

    assertThat(coverage.missing(new TokenSpan(0, 50)))
        .containsExactly(new TokenSpan(0, 10), new TokenSpan(25, 30), new TokenSpan(40, 50));
    assertThat(coverage.missing(new TokenSpan(12, 24))).isEmpty();
    assertThat(coverage.missing(new TokenSpan(15, 35))).containsExactly(new TokenSpan(25, 30));
    assertThat(coverage.missing(new TokenSpan(25, 30))).containsExactly(new TokenSpan(25, 30));
  }

  @Test
  void isTheSameAsCountingTokens() {
    Random random = new Random(20261122);
    for (int round = 0; round < 2_000; round++) {
      boolean[] read = new boolean[60];
      List<TokenSpan> spans = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        TokenSpan span = span(random);
        spans.add(span);
        mark(read, span, true);
      }
      TokenSpan whole = span(random);
      boolean[] missing = new boolean[60];
      for (TokenSpan span : of(spans).missing(whole)) {
        mark(missing, span, true);
      }
      for (int token = 0; token < 60; token++) {
        boolean inside = token > whole.start() && token <= whole.end();
        assertThat(missing[token]).as("%s of %s", spans, whole).isEqualTo(inside && !read[token]);
      }
    }
  }

  @Test
  void rowsAreCoveredLikeTokens() {
    Coverage coverage = new Coverage();
    coverage.add(new RowSpan(0, 100));
    coverage.add(new RowSpan(200, 300));
    coverage.add(new RowSpan(250, 350));

    assertThat(coverage.missing(new RowSpan(50, Long.MAX_VALUE)))
        .containsExactly(new RowSpan(100, 200), new RowSpan(350, Long.MAX_VALUE));
    assertThat(coverage.missing(new RowSpan(0, 0))).isEmpty();
  }

  private static Coverage of(List<TokenSpan> spans) {
    Coverage coverage = new Coverage();
    spans.forEach(coverage::add);
    return coverage;
  }

  private static TokenSpan span(Random random) {
    int start = random.nextInt(50);
    return new TokenSpan(start, start + 1 + random.nextInt(9));
  }

  private static void mark(boolean[] tokens, TokenSpan span, boolean as) {
    for (int token = (int) span.start() + 1; token <= span.end(); token++) {
      tokens[token] = as;
    }
  }
}
