package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.copy.Rate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Holds a job back to a rate. Used by all threads of the job. */
final class Pace {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Shorter waits are put together: a thread cannot sleep for less with any precision. */
  private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** After this time a wait looks whether the job is about to end. */
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Optional<Rate> rate;
  private final LongSupplier clock;
  private double dueNanos;

  /** Makes the pace of a job that begins now; without a rate it never waits. */
  Pace(Optional<Rate> rate) {
    this(rate, System::nanoTime);
  }

  Pace(Optional<Rate> rate, LongSupplier clock) {
    this.rate = rate;
    this.clock = clock;
    this.dueNanos = clock.getAsLong();
  }

  /** Tells whether there is a rate. */
  boolean isBound() {
    return rate.isPresent();
  }

  /**
   * Takes note of rows that go on, and waits until the rate allows the next.
   *
   * @param ending tells whether the job is about to end, so that waiting is for nothing
   */
  void pass(Job<?> job, long rows, long bytes, BooleanSupplier ending) {
    if (rate.isPresent()) {
      long wait = waitNanos(rate.get(), rows, bytes);
      while (wait >= SHORTEST_NANOS && !ending.getAsBoolean()) {
        job.pause(TimeUnit.NANOSECONDS.toMillis(Math.min(wait, LONGEST_NANOS)));
        wait -= LONGEST_NANOS;
      }
    }
  }

  /** What was not used before is not made up for later. */
  synchronized long waitNanos(Rate bound, long rows, long bytes) {
    long now = clock.getAsLong();
    double cost = (bound.ofBytes() ? bytes : rows) * NANOS_PER_SECOND / bound.perSecond();
    dueNanos = Math.max(dueNanos, now - (double) SHORTEST_NANOS) + cost;
    return (long) (dueNanos - now);
  }
}
