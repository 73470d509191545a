package io.cqlai.parquet.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FeedLockTest {

  private static final int TIMES = 50_000;

  private final List<Throwable> failures = new ArrayList<>();
  private final FeedLock lock = new FeedLock(failures::add);
  private int left = TIMES;

  @Test
  void whatIsNotedIsDoneWhenTheOuterHoldingHasEnded() {
    List<String> order = new ArrayList<>();
    lock.held(
        () -> {
          lock.held(() -> lock.afterwards(() -> order.add("noted")));
          order.add("held");
        });
    assertThat(order).containsExactly("held", "noted");
  }

  @Test
  void whatFailsIsToldOfAndKeepsNothingElse() {
    List<String> done = new ArrayList<>();
    IllegalStateException failure = new IllegalStateException();
    lock.held(
        () -> {
          lock.afterwards(
              () -> {
                throw failure;
              });
          lock.afterwards(() -> done.add("next"));
        });
    assertThat(failures).containsExactly(failure);
    assertThat(done).containsExactly("next");
  }

  @Test
  void itIsDoneWithoutTheLock() {
    List<Boolean> free = new ArrayList<>();
    lock.held(() -> lock.afterwards(() -> free.add(othersMayHoldIt())));
    assertThat(free).containsExactly(true);
  }

  private boolean othersMayHoldIt() {
    return CompletableFuture.supplyAsync(() -> lock.held(() -> true))
        .completeOnTimeout(false, 10, TimeUnit.SECONDS)
        .join();
  }

  @Test
  void whatNotesMoreDoesNotNest() {
    lock.held(() -> lock.afterwards(this::again)); // nested, it would need frames for each
    assertThat(left).isZero();
  }

  private void again() {
    left--;
    if (left > 0) {
      lock.held(() -> lock.afterwards(this::again));
    }
  }
}
