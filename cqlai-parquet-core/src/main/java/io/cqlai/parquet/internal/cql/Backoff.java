package io.cqlai.parquet.internal.cql;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How often and after what pauses a request is sent again: pauses double, and each is cut at random
 * by up to a half, so that requests that failed together do not come back together.
 *
 * @param attempts how often a request is sent at most
 * @param firstMillis the first pause in milliseconds
 * @param longestMillis the longest pause in milliseconds
 */
public record Backoff(int attempts, long firstMillis, long longestMillis) {

  /** Five attempts, after pauses of a quarter of a second, a half, one and two seconds. */
  public static final Backoff DEFAULT = new Backoff(5, 250, 10_000);

  /** Nine attempts, which together wait for about half a minute: a node comes back in that time. */
  public static final Backoff PATIENT = new Backoff(9, 250, 10_000);

  /**
   * Returns what completes when the pause after an attempt is over.
   *
   * @param attempt how many times the request has been sent, from 1
   */
  public CompletionStage<Void> pause(int attempt) {
    return new CompletableFuture<Void>()
        .completeOnTimeout(null, millis(attempt), TimeUnit.MILLISECONDS);
  }

  /** Returns the length of the pause after an attempt. */
  long millis(int attempt) {
    long full = Math.min(longestMillis, firstMillis << Math.min(attempt - 1, 20));
    return full - ThreadLocalRandom.current().nextLong(full / 2 + 1);
  }
}
