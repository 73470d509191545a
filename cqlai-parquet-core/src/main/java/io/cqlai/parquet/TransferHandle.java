package io.cqlai.parquet;

import io.cqlai.parquet.internal.run.Job;
import io.cqlai.parquet.progress.Progress;
import java.util.concurrent.CompletionStage;

/**
 * A transfer or a verification that is running. Closing it cancels it and waits, 5 seconds at most,
 * until it has let go of everything. Safe for use by several threads.
 *
 * @param <R> the report that it ends with
 */
public final class TransferHandle<R> implements AutoCloseable {

  private final Job<R> job;

  TransferHandle(Job<R> job) {
    this.job = job;
  }

  /** Returns how far it is. */
  public Progress progress() {
    return job.progress();
  }

  /**
   * Returns what completes with the report, or exceptionally with a {@link
   * io.cqlai.parquet.error.TransferException}.
   */
  public CompletionStage<R> completion() {
    return job.completion();
  }

  /**
   * Waits for its end. An interrupt of the waiting thread cancels the transfer, keeps the interrupt
   * flag and throws.
   *
   * @return the report
   * @throws io.cqlai.parquet.error.TransferException when it failed or was cancelled
   */
  public R await() {
    return job.join();
  }

  /** Asks it to stop; returns at once. Nothing that is not complete is published. */
  public void cancel() {
    job.cancel();
  }

  @Override
  public void close() {
    job.close();
  }
}
