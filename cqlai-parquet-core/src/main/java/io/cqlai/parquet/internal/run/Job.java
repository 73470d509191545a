package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.Progress;
import io.cqlai.parquet.progress.ProgressListener;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transfer that is running on a thread of its own. It ends in exactly one of three ways: with
 * its result, with a {@link TransferException}, or cancelled, which is such an exception too.
 *
 * @param <R> what the transfer returns
 */
public final class Job<R> implements Awaiting {

  /** The time within which a cancelled transfer lets go of everything. */
  public static final int CANCEL_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Job.class);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final Meter meter;
  private final Metrics metrics;
  @Nullable private final Executor executor;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();

  private Job(
      String name,
      ProgressListener listener,
      MetricsListener metrics,
      @Nullable Executor executor) {
    this.name = name;
    this.meter = new Meter(listener);
    this.metrics = new Metrics(name, metrics);
    this.executor = executor;
  }

  /** Starts a transfer of which no metrics are heard. */
  public static <R> Job<R> start(
      String what,
      ProgressListener listener,
      @Nullable Executor executor,
      Function<Job<R>, R> body) {
    return start(what, listener, MetricsListener.NONE, executor, body);
  }

  /**
   * Starts a transfer.
   *
   * @param what what it does, for the names of threads and the prefix of logs: {@code "export
   *     ks.t"}
   * @param executor where it runs, or null for a daemon thread of its own
   * @param body the transfer; it calls {@link #checkCancelled()} and {@link #await} as it goes
   */
  public static <R> Job<R> start(
      String what,
      ProgressListener listener,
      MetricsListener metrics,
      @Nullable Executor executor,
      Function<Job<R>, R> body) {
    Job<R> job = new Job<>(what + " #" + NUMBER.incrementAndGet(), listener, metrics, executor);
    try {
      job.execute(job.name, () -> job.run(body));
    } catch (RejectedExecutionException e) {
      job.endBeforeItBegins(
          TransferException.of(
                  ErrorCode.BAD_CALL,
                  job.name + " cannot start: the executor that was given takes no more work",
                  "Give one that is open, and that has room")
              .causedBy(e));
    } catch (RuntimeException | Error e) { // no thread can be had
      job.endBeforeItBegins(job.failed(e));
    }
    return job;
  }

  /** Ends it, unless it has begun; from then on it never does. */
  private void endBeforeItBegins(TransferException failure) {
    if (begun.compareAndSet(false, true)) {
      released.complete(null);
      result.completeExceptionally(failure);
    }
  }

  /**
   * Runs something beside the job, where the job itself runs: on a daemon thread of its own, or on
   * the caller's executor, which may never come to it.
   */
  void execute(String thread, Runnable work) {
    if (executor != null) {
      executor.execute(work);
      return;
    }
    Thread own = new Thread(work, thread);
    own.setDaemon(true);
    own.start();
  }

  private void run(Function<Job<R>, R> body) {
    if (!begun.compareAndSet(false, true)) {
      return;
    }
    LOG.debug("[{}] begins", name);
    try {
      checkCancelled();
      R value = body.apply(this);
      meter.tell();
      LOG.debug("[{}] is done", name);
      released.complete(null);
      result.complete(value);
    } catch (Throwable e) {
      TransferException failure = failed(e);
      // its message may name a key, and is for the caller alone
      LOG.info("[{}] failed: {}, {}", name, failure.code(), e.getClass().getName());
      released.complete(null);
      result.completeExceptionally(failure);
    }
  }

  /** Returns what a failure of any kind is told as. */
  TransferException failed(Throwable error) {
    if (error instanceof TransferException known) {
      return known;
    }
    if (error instanceof OutOfMemoryError memory) {
      return outOfMemory(name, memory);
    }
    TransferException ofTheDriver = DriverErrors.known(error, name);
    if (ofTheDriver != null) {
      return ofTheDriver;
    }
    return TransferException.of(
            ErrorCode.INTERNAL,
            name + " failed unexpectedly: " + error,
            "This is a defect of cqlai-parquet: please report it with its stack trace")
        .causedBy(error);
  }

  /**
   * Returns what running out of memory is told as.
   *
   * @param what what ran out of it, as the subject of a sentence
   */
  public static TransferException outOfMemory(String what, OutOfMemoryError error) {
    return TransferException.of(
            ErrorCode.OUT_OF_MEMORY,
            what + " ran out of memory: " + error.getMessage(),
            "Lower ROWGROUP_BYTES, PAGESIZE, CHUNKSIZE or CONCURRENCY, or give the JVM more heap")
        .causedBy(error);
  }

  /** Returns the job's name, the prefix of its logs. */
  public String name() {
    return name;
  }

  /** Returns what counts its progress. */
  public Meter meter() {
    return meter;
  }

  /** Returns what hears of its requests and rows. */
  MetricsListener metrics() {
    return metrics;
  }

  /** Returns where it is. */
  public Progress progress() {
    return meter.now();
  }

  /** Returns what completes with its result or its {@link TransferException}. */
  public CompletionStage<R> completion() {
    return result.minimalCompletionStage();
  }

  /**
   * Asks it to stop at its next step; does not wait. A job that has ended stays as it ended; one
   * that has not begun ends here, also where the caller's executor never comes to it.
   */
  public void cancel() {
    cancelled.complete(null);
    endBeforeItBegins(wasCancelled());
  }

  /** Throws when it has been cancelled: to be called between two steps. */
  public void checkCancelled() {
    if (cancelled.isDone()) {
      throw wasCancelled();
    }
  }

  /** Has something told of the job's being cancelled: at once, or as soon as it is. */
  void whenCancelled(Consumer<TransferException> told) {
    var unused = cancelled.thenRun(() -> told.accept(wasCancelled()));
  }

  /** Keeps the interrupt of a thread that works for the job, and returns what it fails with. */
  TransferException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return wasCancelled().causedBy(e);
  }

  /** Waits for a request, but no longer than until the job is cancelled. */
  @Override
  public <T> T await(CompletionStage<T> stage, String what) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    try {
      if (!future.isDone()) {
        CompletableFuture.anyOf(future, cancelled).get();
      }
      checkCancelled();
      return future.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      checkCancelled();
      throw DriverErrors.translate(e, what);
    }
  }

  /** Sleeps, but no longer than until the job is cancelled. */
  public void pause(long millis) {
    try {
      cancelled.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException timeIsUp) {
      return; // the usual end of a pause
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The flag of a cancelled job never fails", e);
    }
    checkCancelled();
  }

  /**
   * Waits for its end. An interrupt cancels the job, waits for it to let go of everything (5 s at
   * most), keeps the thread's interrupt flag and throws.
   */
  public R join() {
    try {
      return result.get();
    } catch (InterruptedException e) {
      cancel();
      awaitRelease();
      Thread.currentThread().interrupt();
      throw wasCancelled().causedBy(e);
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  /** The job's exception with the caller's own stack, so that it tells where it was waited for. */
  private static TransferException rethrown(ExecutionException e) {
    TransferException known = (TransferException) Objects.requireNonNull(e.getCause());
    known.addSuppressed(new JoinedHere());
    return known;
  }

  /** Cancels it and waits until it has let go of everything, 5 s at most. */
  public void close() {
    cancel();
    if (awaitRelease()) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the release and tells whether the waiting thread was interrupted meanwhile. */
  private boolean awaitRelease() {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CANCEL_SECONDS);
    while (System.nanoTime() < end && !released.isDone()) {
      try {
        released.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (TimeoutException | ExecutionException e) {
        LOG.warn("[{}] did not end within {} s of being cancelled", name, CANCEL_SECONDS);
      }
    }
    return interrupted;
  }

  private TransferException wasCancelled() {
    return TransferException.of(
        ErrorCode.CANCELLED, name + " was cancelled", "What it had published stays; run it again");
  }

  /** Marks, as a suppressed exception, where a caller waited for a job that failed. */
  private static final class JoinedHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JoinedHere() {
      super("The transfer was waited for here");
    }
  }
}
