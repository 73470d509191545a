package io.cqlai.parquet.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.load.RowSpan;
import org.junit.jupiter.api.Test;

class RowWindowTest {

  @Test
  void withoutBoundsEveryRowIsRead() {
    RowWindow window = new RowWindow(0, Long.MAX_VALUE);

    assertThat(window.next(10)).isEqualTo(new RowSpan(0, 10));
    assertThat(window.next(0).isEmpty()).isTrue();
    assertThat(window.next(5)).isEqualTo(new RowSpan(0, 5));
    assertThat(window.isOver()).isFalse();
    assertThat(window.skipped()).isZero();
  }

  @Test
  void rowsAreSkippedOverTheBordersOfRowGroups() {
    RowWindow window = new RowWindow(12, Long.MAX_VALUE);

    assertThat(window.next(10).isEmpty()).isTrue();
    assertThat(window.next(10)).isEqualTo(new RowSpan(2, 10));
    assertThat(window.next(10)).isEqualTo(new RowSpan(0, 10));
    assertThat(window.skipped()).isEqualTo(12);
  }

  @Test
  void moreRowsToSkipThanThereAreLeaveNone() {
    RowWindow window = new RowWindow(100, 5);

    assertThat(window.next(10).isEmpty()).isTrue();
    assertThat(window.isOver()).isFalse();
    assertThat(window.skipped()).isEqualTo(10);
  }

  @Test
  void theMostRowsCountAfterThoseThatAreSkipped() {
    RowWindow window = new RowWindow(3, 10);

    assertThat(window.next(8)).isEqualTo(new RowSpan(3, 8));
    assertThat(window.next(8)).isEqualTo(new RowSpan(0, 5));
    assertThat(window.isOver()).isTrue();
  }

  @Test
  void ofAPartOfUnknownLengthTheRowsAreCountedAfterwards() {
    RowWindow window = new RowWindow(3, 10);

    assertThat(window.ahead()).isEqualTo(new RowSpan(3, 13));
    window.next(8); // it had eight
    assertThat(window.skipped()).isEqualTo(3);
    assertThat(window.ahead()).isEqualTo(new RowSpan(0, 5));
    assertThat(new RowWindow(3, Long.MAX_VALUE).ahead()).isEqualTo(new RowSpan(3, Long.MAX_VALUE));
  }

  @Test
  void noRowsAreReadWhenNoneIsWanted() {
    assertThat(new RowWindow(0, 0).isOver()).isTrue();
  }
}
