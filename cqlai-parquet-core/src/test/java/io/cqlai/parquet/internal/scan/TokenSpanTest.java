package io.cqlai.parquet.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenSpanTest {

  @Test
  void cutsTheRingAtEachTokenWithNoGapAndNoOverlap() {
    List<TokenSpan> pieces = TokenSpan.cut(TokenSpan.RING, List.of(10L, -5L, 0L));

    assertThat(pieces)
        .containsExactly(
            new TokenSpan(Long.MIN_VALUE, -5),
            new TokenSpan(-5, 0),
            new TokenSpan(0, 10),
            new TokenSpan(10, Long.MAX_VALUE));
  }

  @Test
  void takesATokenAtEitherEndOfTheRingAsNoCut() {
    assertThat(TokenSpan.cut(TokenSpan.RING, List.of(Long.MIN_VALUE, Long.MAX_VALUE)))
        .containsExactly(TokenSpan.RING);
  }

  @Test
  void cutsOnlyWithinTheStretchThatIsAskedFor() {
    assertThat(TokenSpan.cut(new TokenSpan(0, 100), List.of(-7L, 0L, 50L, 100L, 300L)))
        .containsExactly(new TokenSpan(0, 50), new TokenSpan(50, 100));
  }

  @Test
  void countsATokenThatTwoNodesShareOnce() {
    assertThat(TokenSpan.cut(TokenSpan.RING, List.of(3L, 3L))).hasSize(2);
  }

  @Test
  void splitsTheWholeRingIntoPiecesWithoutGapOrOverlap() {
    List<TokenSpan> pieces = TokenSpan.RING.split(7);

    assertThat(pieces).hasSize(7);
    assertThat(pieces.get(0).start()).isEqualTo(Long.MIN_VALUE);
    assertThat(pieces.get(6).end()).isEqualTo(Long.MAX_VALUE);
    for (int i = 1; i < 7; i++) {
      assertThat(pieces.get(i).start()).isEqualTo(pieces.get(i - 1).end());
      assertThat(pieces.get(i).end()).isGreaterThan(pieces.get(i).start());
    }
  }

  @Test
  void splitsAStretchOfFewTokensIntoOneForEach() {
    assertThat(new TokenSpan(5, 8).split(10))
        .containsExactly(new TokenSpan(5, 6), new TokenSpan(6, 7), new TokenSpan(7, 8));
    assertThat(new TokenSpan(5, 6).split(10)).containsExactly(new TokenSpan(5, 6));
    assertThat(new TokenSpan(5, 8).split(1)).containsExactly(new TokenSpan(5, 8));
  }
}
