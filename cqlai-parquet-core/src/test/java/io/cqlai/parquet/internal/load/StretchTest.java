package io.cqlai.parquet.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {

  @Test
  void isDoneWhenItHasEndedAndEachRowIsAnsweredFor() {
    Stretch stretch = new Stretch(0, 2, 100);
    stretch.answered(30);
    assertThat(stretch.isDone()).isFalse();
    stretch.end(150, List.of());
    assertThat(stretch.isDone()).isFalse();
    stretch.answered(19);
    assertThat(stretch.isDone()).isFalse();
    stretch.skipped();

    assertThat(stretch.isDone()).isTrue();
    assertThat(stretch.rows()).isEqualTo(new RowSpan(100, 150));
    assertThat(stretch.skippedRows()).isEqualTo(1);
  }

  @Test
  void isNotDoneWhileItsRowsAreRead() {
    Stretch stretch = new Stretch(0, 0, 0);
    stretch.answered(10);

    assertThat(stretch.isDone()).isFalse();
  }

  @Test
  void isNeverDoneWithARowThatNobodyAnsweredFor() {
    Stretch stretch = new Stretch(0, 0, 0);
    stretch.end(10, List.of());
    stretch.answered(9);

    assertThat(stretch.isDone()).isFalse();
  }

  @Test
  void isDoneAtOnceWithoutRows() {
    Stretch stretch = new Stretch(0, 0, 7);
    stretch.end(7, List.of());

    assertThat(stretch.isDone()).isTrue();
    assertThat(stretch.rows().isEmpty()).isTrue();
  }
}
