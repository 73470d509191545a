package io.cqlai.parquet.internal.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InTurnTest {

  private static final int CALLS = 100_000;

  @Test
  void whatAsksForItselfIsDoneAgainAndNotWithinItself() {
    AtomicInteger done = new AtomicInteger();
    AtomicReference<InTurn> self = new AtomicReference<>();
    self.set(
        new InTurn(
            () -> {
              if (done.incrementAndGet() < CALLS) { // nested, it would need a frame for each
                self.get().run();
              }
            }));

    self.get().run();

    assertThat(done.get()).isEqualTo(CALLS);
  }

  @Test
  void aCallThatComesMeanwhileIsNotLost() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    InTurn inTurn =
        new InTurn(
            () -> {
              if (done.incrementAndGet() == 1) {
                begun.countDown();
                awaits(asked);
              }
            });
    Thread first = new Thread(inTurn::run);
    first.start();
    begun.await();

    inTurn.run();
    assertThat(done.get()).isEqualTo(1);
    asked.countDown();
    first.join();

    assertThat(done.get()).isEqualTo(2);
  }

  @Test
  void whatFailsMayBeAskedForAgain() {
    AtomicInteger done = new AtomicInteger();
    InTurn inTurn =
        new InTurn(
            () -> {
              if (done.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
            });

    assertThatThrownBy(inTurn::run).hasMessage("once");
    inTurn.run();

    assertThat(done.get()).isEqualTo(2);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
