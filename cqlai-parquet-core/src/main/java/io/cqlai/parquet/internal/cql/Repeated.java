package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/**
 * Requests that change nothing, such as those of planning: one that fails is sent again, but not
 * one that nobody answered in the time that the caller gave it.
 */
final class Repeated {

  private Repeated() {}

  /**
   * Sends a request until it succeeds, fails in a way that will not pass, or has had all attempts.
   *
   * @param request sends it; called for each attempt
   * @return what completes as the last attempt does
   */
  static <T> CompletionStage<T> send(Supplier<CompletionStage<T>> request, Backoff backoff) {
    return attempt(request, backoff, 1);
  }

  private static <T> CompletionStage<T> attempt(
      Supplier<CompletionStage<T>> request, Backoff backoff, int attempt) {
    return sent(request)
        .handle((answer, error) -> next(request, backoff, attempt, answer, error))
        .thenCompose(Function.identity());
  }

  private static <T> CompletionStage<T> sent(Supplier<CompletionStage<T>> request) {
    try {
      return request.get();
    } catch (RuntimeException e) { // the driver refuses the request before it is sent
      return CompletableFuture.failedFuture(e);
    }
  }

  private static <T> CompletionStage<T> next(
      Supplier<CompletionStage<T>> request,
      Backoff backoff,
      int attempt,
      T answer,
      @Nullable Throwable error) {
    if (error == null) {
      return CompletableFuture.completedFuture(answer);
    }
    boolean waitedLong = DriverErrors.unwrap(error) instanceof DriverTimeoutException;
    if (attempt >= backoff.attempts()
        || waitedLong
        || !DriverErrors.translate(error, "A request").retryable()) {
      return CompletableFuture.failedFuture(error);
    }
    return backoff.pause(attempt).thenCompose(over -> attempt(request, backoff, attempt + 1));
  }
}
