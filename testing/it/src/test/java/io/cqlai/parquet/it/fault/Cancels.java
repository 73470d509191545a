package io.cqlai.parquet.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cqlai.parquet.TransferHandle;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.report.TransferReport;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Transfers that are started and ended at a random moment, in each of the three ways. */
final class Cancels {

  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Random random;
  private final long longestMicros;
  private long slowestNanos;
  private int cancelled;

  /**
   * Makes the cancels.
   *
   * @param longestMicros after which time a transfer is cancelled at the latest
   */
  Cancels(long seed, long longestMicros) {
    this.random = new Random(seed);
    this.longestMicros = longestMicros;
  }

  /** Starts a transfer and ends it. */
  void cancel(Supplier<? extends TransferHandle<? extends TransferReport>> transfer)
      throws InterruptedException {
    TransferHandle<? extends TransferReport> handle = transfer.get();
    TimeUnit.MICROSECONDS.sleep((long) (longestMicros * random.nextDouble()));
    TransferException failure =
        switch (random.nextInt(3)) {
          case 0 -> closed(handle);
          case 1 -> cancelled(handle);
          default -> interrupted(handle);
        };
    if (failure != null) {
      assertThat(failure.code()).as(failure.getMessage()).isEqualTo(ErrorCode.CANCELLED);
      cancelled++;
    }
  }

  private TransferException closed(TransferHandle<?> handle) {
    long start = System.nanoTime();
    handle.close();
    took(start);
    return catchThrowableOfType(TransferException.class, handle::await);
  }

  private TransferException cancelled(TransferHandle<?> handle) {
    long start = System.nanoTime();
    handle.cancel();
    TransferException failure = catchThrowableOfType(TransferException.class, handle::await);
    took(start);
    return failure;
  }

  /** A thread that waits and is interrupted, and keeps its flag. */
  private TransferException interrupted(TransferHandle<?> handle) throws InterruptedException {
    TransferException[] failure = new TransferException[1];
    boolean[] flag = new boolean[1];
    Thread waiting =
        new Thread(
            () -> {
              failure[0] = catchThrowableOfType(TransferException.class, handle::await);
              flag[0] = Thread.currentThread().isInterrupted();
            });
    waiting.start();
    long start = System.nanoTime();
    waiting.interrupt();
    waiting.join();
    took(start);
    assertThat(failure[0] == null || flag[0]).as("the interrupt is kept").isTrue();
    return failure[0];
  }

  private void took(long start) {
    long nanos = System.nanoTime() - start;
    slowestNanos = Math.max(slowestNanos, nanos);
    assertThat(nanos).as("the time of a cancel").isLessThan(MOST_NANOS);
  }

  /** Returns how many were cancelled before they had ended by themselves. */
  int count() {
    return cancelled;
  }

  @Override
  public String toString() {
    return cancelled + " cancelled, the slowest in " + slowestNanos / 1_000_000 + " ms";
  }
}
