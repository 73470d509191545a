package io.cqlai.parquet.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageSizerTest {

  @Test
  void asksForFullPagesWhereRowsAreBounded() {
    assertThat(PageSizer.bounded(5_000).next()).isEqualTo(5_000);
  }

  @Test
  void startsWithTwoRowsWhereNothingIsKnown() {
    assertThat(PageSizer.unbounded(5_000, 0).next()).isEqualTo(2);
  }

  @Test
  void startsAtWhatTheEstimateAllows() {
    assertThat(PageSizer.unbounded(5_000, 4_000).next()).isEqualTo(1_000);
    assertThat(PageSizer.unbounded(5_000, 100_000_000).next()).isEqualTo(2);
  }

  @Test
  void doublesWhilePagesAreSmallAndStopsAtTheMost() {
    PageSizer sizer = PageSizer.unbounded(10, 0);
    sizer.came(2, 2, 100);
    assertThat(sizer.next()).isEqualTo(4);
    sizer.came(4, 4, 200);
    sizer.came(8, 8, 400);
    assertThat(sizer.next()).isEqualTo(10);
  }

  @Test
  void doublesOnceForPagesThatWereAskedForTogether() {
    PageSizer sizer = PageSizer.unbounded(5_000, 0);
    for (int i = 0; i < 8; i++) {
      sizer.came(2, 2, 100);
    }
    assertThat(sizer.next()).isEqualTo(4);
  }

  @Test
  void shrinksToASingleRowWhenRowsAreHuge() {
    PageSizer sizer = PageSizer.unbounded(5_000, 0);
    sizer.came(2, 2, 32_000_000);
    assertThat(sizer.next()).isEqualTo(1);
    sizer.came(1, 1, 16_000_000);
    assertThat(sizer.next()).isEqualTo(1);
  }

  @Test
  void learnsNothingFromAnEmptyPage() {
    PageSizer sizer = PageSizer.unbounded(5_000, 0);
    sizer.came(2, 0, 0);
    assertThat(sizer.next()).isEqualTo(2);
  }
}
