package io.cqlai.parquet;

import io.cqlai.parquet.internal.run.Job;
import io.cqlai.parquet.progress.MetricsListener;
import io.cqlai.parquet.progress.ProgressListener;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * What a transfer runs in: who hears of it, and where its thread comes from.
 *
 * @param listener hears of the progress
 * @param metrics hears of requests and rows
 * @param executor runs the transfer, or null for a daemon thread of its own
 */
@SuppressWarnings("overloads") // Called with typed values, never with a lambda.
record Surroundings(
    ProgressListener listener, MetricsListener metrics, @Nullable Executor executor) {

  static final Surroundings DEFAULT =
      new Surroundings(ProgressListener.NONE, MetricsListener.NONE, null);

  Surroundings with(ProgressListener other) {
    return new Surroundings(other, metrics, executor);
  }

  Surroundings with(MetricsListener other) {
    return new Surroundings(listener, other, executor);
  }

  Surroundings with(Executor other) {
    return new Surroundings(listener, metrics, other);
  }

  <R> Job<R> start(String what, Function<Job<R>, R> body) {
    return Job.start(what, listener, metrics, executor, body);
  }
}
