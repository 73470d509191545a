package io.cqlai.parquet.it.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** A session whose writes fail as a test wants them to, and otherwise do what the real one does. */
final class FaultySession {

  private FaultySession() {}

  /**
   * Wraps a session.
   *
   * @param fault what becomes of a bound statement: given the statement and the real answer, which
   *     is not asked for before the test asks for it
   */
  static CqlSession over(
      CqlSession real, BiFunction<BoundStatement, Real, CompletionStage<?>> fault) {
    return (CqlSession)
        Proxy.newProxyInstance(
            FaultySession.class.getClassLoader(),
            new Class<?>[] {CqlSession.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("executeAsync")
                  && arguments[0] instanceof BoundStatement bound) {
                return fault.apply(bound, () -> real.executeAsync(bound));
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Returns an answer that is this failure. */
  static CompletionStage<AsyncResultSet> failed(Throwable failure) {
    return CompletableFuture.failedFuture(failure);
  }

  /** Sends the statement for real. */
  interface Real {
    CompletionStage<AsyncResultSet> send();
  }
}
