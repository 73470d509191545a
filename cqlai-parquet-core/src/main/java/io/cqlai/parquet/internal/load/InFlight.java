package io.cqlai.parquet.internal.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bound on what has been sent and not been answered, in requests and in bytes. It is halved
 * when the server does not keep up, and climbs again while it does. Any thread takes and gives
 * back; several that take at once may exceed the bound by one request each. A request of any size
 * may go when nothing else is in flight.
 *
 * <p>Whoever waits is woken when a quarter of the requests is free again, not at each answer: a
 * thread that is woken for every row spends its time on waking.
 */
final class InFlight {

  /** How long after it was lowered the bound is not lowered again: failures come in flocks. */
  private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final int mostRequests;
  private final long maxBytes;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final ConcurrentLinkedQueue<Waiter> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger successes = new AtomicInteger();
  private final AtomicLong calmUntil = new AtomicLong(System.nanoTime());
  private volatile int maxRequests;

  InFlight(int maxRequests, long maxBytes) {
    this.mostRequests = maxRequests;
    this.maxRequests = maxRequests;
    this.maxBytes = maxBytes;
  }

  /** Tells whether a request of this size may go. */
  boolean hasRoom(long size) {
    int open = requests.get();
    return open == 0 || (open < maxRequests && bytes.get() + size <= maxBytes);
  }

  /** Takes room for a request of this size. */
  void take(long size) {
    requests.incrementAndGet();
    bytes.addAndGet(size);
  }

  /** Gives back what a request took. */
  void giveBack(long size) {
    bytes.addAndGet(-size);
    requests.decrementAndGet();
    for (Waiter waiter : waiting) {
      if (isDue(waiter)) {
        wake(waiter);
      }
    }
  }

  /** Learns that the server keeps up: after a round of answers one more request may be open. */
  void succeeded() {
    int now = maxRequests;
    if (now < mostRequests && successes.incrementAndGet() >= now) {
      successes.set(0);
      maxRequests = now + 1;
    }
  }

  /** Learns that the server does not keep up: half as many requests may be open. */
  void overloaded() {
    long calm = calmUntil.get();
    long now = System.nanoTime();
    if (now - calm >= 0 && calmUntil.compareAndSet(calm, now + CALM_NANOS)) {
      maxRequests = Math.max(1, maxRequests / 2);
    }
  }

  /** Returns what completes when there is room for a request of this size. */
  CompletionStage<Void> room(long size) {
    return hasRoom(size)
        ? CompletableFuture.completedFuture(null)
        : await(new Waiter(size, maxRequests - 1 - maxRequests / 4));
  }

  /** Returns what completes when nothing is in flight. */
  CompletionStage<Void> empty() {
    return await(new Waiter(0, 0));
  }

  /** Lets all who wait look again. */
  void wake() {
    waiting.forEach(this::wake);
  }

  private void wake(Waiter waiter) {
    waiting.remove(waiter);
    waiter.woken.complete(null);
  }

  private CompletionStage<Void> await(Waiter waiter) {
    waiting.add(waiter);
    if (isDue(waiter)) {
      wake(waiter);
    }
    return waiter.woken;
  }

  private boolean isDue(Waiter waiter) {
    int open = requests.get();
    return open == 0 || (open <= waiter.mostRequests && bytes.get() + waiter.size <= maxBytes);
  }

  /** Returns how many requests are in flight. */
  int requests() {
    return requests.get();
  }

  private static final class Waiter {
    private final long size;
    private final int mostRequests;
    private final CompletableFuture<Void> woken = new CompletableFuture<>();

    Waiter(long size, int mostRequests) {
      this.size = size;
      this.mostRequests = mostRequests;
    }
  }
}
