package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.internal.cql.InTurn;
import java.util.Objects;
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
 * <p>One that waits to be sent again leaves its place to others, but not its bytes, and comes back
 * before others when there is a place within the bound of that time. How many may wait follows the
 * bound; where nothing but failures comes, they keep their places.
 *
 * <p>Whoever waits is woken when a quarter of the requests is free again, not at each answer: a
 * thread that is woken for every row spends its time on waking.
 */
final class InFlight {

  /** How long after it was lowered the bound is not lowered again: failures come in flocks. */
  private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Fewer failures than one for so many successes are no sign of a server that lags behind. */
  private static final int SUCCESSES_PER_FAILURE = 4;

  /** How many requests may wait to be sent again for each that may be in flight. */
  private static final int MOST_PAUSED = 4;

  private final int mostRequests;
  private final long maxBytes;
  private final AtomicInteger requests = new AtomicInteger();

  /** Those in flight and those that wait to be sent again. */
  private final AtomicInteger held = new AtomicInteger();

  private final AtomicLong bytes = new AtomicLong();
  private final ConcurrentLinkedQueue<Waiter> waiting = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<CompletableFuture<Void>> comingBack =
      new ConcurrentLinkedQueue<>();
  private final InTurn look = new InTurn(this::wakeThoseDue);
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicInteger successes = new AtomicInteger();
  private final AtomicInteger lateSuccesses = new AtomicInteger();
  private final AtomicInteger lateFailures = new AtomicInteger();
  private final AtomicLong calmUntil = new AtomicLong(System.nanoTime());
  private volatile int maxRequests;

  InFlight(int maxRequests, long maxBytes) {
    this.mostRequests = maxRequests;
    this.maxRequests = maxRequests;
    this.maxBytes = maxBytes;
  }

  /** Tells whether a request of this size may go. */
  boolean hasRoom(long size) {
    return fits(size, maxRequests - 1);
  }

  private boolean fits(long size, int mostOthers) {
    int all = held.get();
    int open = requests.get();
    return all == 0
        || ((placesAreKept() ? all : open) <= mostOthers
            && all - open < MOST_PAUSED * maxRequests
            && comingBack.isEmpty()
            && bytes.get() + size <= maxBytes);
  }

  /** Others go in the place of those that wait, but not where none succeeds any more. */
  private boolean placesAreKept() {
    return failuresInARow.get() > mostRequests;
  }

  /** Takes room for a request of this size. */
  void take(long size) {
    held.incrementAndGet();
    requests.incrementAndGet();
    bytes.addAndGet(size);
  }

  /** Gives back what a request took. */
  void giveBack(long size) {
    bytes.addAndGet(-size);
    requests.decrementAndGet();
    held.decrementAndGet();
    look.run();
  }

  /** Lets others go while a request that failed waits to be sent again. */
  void pause() {
    requests.decrementAndGet();
    look.run();
  }

  /** Gives back what a paused request still held, which does not come back. */
  void leave(long size) {
    bytes.addAndGet(-size);
    held.decrementAndGet();
    look.run();
  }

  /** Returns what completes when a paused request has its place again: before any that is new. */
  CompletionStage<Void> goOn() {
    CompletableFuture<Void> place = new CompletableFuture<>();
    comingBack.add(place);
    look.run();
    return place;
  }

  /** Never within itself: what is woken may send a request that fails at once. */
  private void wakeThoseDue() {
    while (requests.get() < maxRequests && !comingBack.isEmpty()) {
      CompletableFuture<Void> next = Objects.requireNonNull(comingBack.poll());
      requests.incrementAndGet();
      next.complete(null);
    }
    for (Waiter waiter : waiting) {
      if (isDue(waiter)) {
        wake(waiter);
      }
    }
  }

  /** Learns that the server keeps up: after a round of answers one more request may be open. */
  void succeeded() {
    failuresInARow.set(0);
    lateSuccesses.incrementAndGet();
    int now = maxRequests;
    if (now < mostRequests && successes.incrementAndGet() >= now) {
      successes.set(0);
      maxRequests = now + 1;
    }
  }

  /**
   * Learns of a failure. Where they are no small part of the answers, the server does not keep up,
   * and half as many requests may be open.
   */
  void overloaded() {
    failuresInARow.incrementAndGet();
    int failures = lateFailures.incrementAndGet();
    long calm = calmUntil.get();
    long now = System.nanoTime();
    if (now - calm >= 0 && calmUntil.compareAndSet(calm, now + CALM_NANOS)) {
      if ((long) failures * SUCCESSES_PER_FAILURE >= lateSuccesses.get()) {
        maxRequests = Math.max(1, maxRequests / 2);
      }
      lateFailures.set(0);
      lateSuccesses.set(0);
    }
  }

  /** Returns what completes when there is room for a request of this size. */
  CompletionStage<Void> room(long size) {
    return hasRoom(size)
        ? CompletableFuture.completedFuture(null)
        : await(new Waiter(size, Until.ROOM));
  }

  /** Returns what completes when nothing is in flight, nor waits to be sent again. */
  CompletionStage<Void> empty() {
    return await(new Waiter(0, Until.EMPTY));
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
    int most = maxRequests; // as it is by now: it may have climbed since the wait began
    return fits(waiter.size, waiter.until == Until.EMPTY ? -1 : most - 1 - most / 4);
  }

  /** Returns how many requests are in flight, or wait to be sent again. */
  int requests() {
    return held.get();
  }

  /** What is waited for. */
  private enum Until {
    ROOM,
    EMPTY
  }

  private static final class Waiter {
    private final long size;
    private final Until until;
    private final CompletableFuture<Void> woken = new CompletableFuture<>();

    Waiter(long size, Until until) {
      this.size = size;
      this.until = until;
    }
  }
}
