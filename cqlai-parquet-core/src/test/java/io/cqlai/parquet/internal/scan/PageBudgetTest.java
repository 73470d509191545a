package io.cqlai.parquet.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageBudgetTest {

  @Test
  void onePageMayComeAloneUntilItsRowsAreKnown() {
    PageBudget budget = new PageBudget(10_000_000, 2, false);

    assertThat(budget.hasRoom(2, 0)).isTrue();
    assertThat(budget.hasRoom(2, 1)).isFalse();

    budget.learn(2, 2_000);

    assertThat(budget.hasRoom(2, 1)).isTrue();
    assertThat(budget.hasRoom(2, 2)).isFalse(); // one more for each page that came
  }

  @Test
  void pagesOfRowsThatCannotBeLargeComeTogetherFromTheStart() {
    PageBudget budget = new PageBudget(10_000_000, 2, true);

    assertThat(budget.hasRoom(5_000, 3)).isTrue();
    assertThat(budget.hasRoom(5_000, 10)).isFalse();
  }

  @Test
  void pagesThatWaitTakeOfTheRoom() {
    PageBudget budget = new PageBudget(10_000, 1, false);
    budget.learn(10, 10 * 920L); // 1,000 bytes a row

    long held = budget.hold(9, 9 * 920L);

    assertThat(budget.held()).isEqualTo(9_000);
    assertThat(budget.hasRoom(1, 0)).isTrue();
    assertThat(budget.hasRoom(2, 0)).isFalse();
    budget.release(held);
    assertThat(budget.hasRoom(10, 0)).isTrue();
  }

  @Test
  void oneLargePageIsReadByItself() {
    PageBudget budget = new PageBudget(1_000, 1, false);
    budget.learn(1, 16_000_000);

    assertThat(budget.hasRoom(1, 0)).isTrue();
    assertThat(budget.hasRoom(1, 1)).isFalse();
  }

  @Test
  void staysCarefulForAWhileAfterLargeRows() {
    PageBudget budget = new PageBudget(10_000_000, 1, false);
    budget.learn(1, 8_000_000);
    budget.learn(1, 10);

    assertThat(budget.hasRoom(1, 1)).isFalse();
  }
}
