package io.cqlai.parquet.it.fault;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A session whose bound statements fail as a test wants them to, and otherwise do what the real one
 * does.
 */
public final class FaultySession {

  private FaultySession() {}

  /**
   * Wraps a session.
   *
   * @param fault what becomes of a bound statement or a batch: given the statement and the real
   *     answer, which is not asked for before the test asks for it
   */
  public static CqlSession over(
      CqlSession real, BiFunction<Statement<?>, Real, CompletionStage<?>> fault) {
    return proxy(
        real, (statement, send) -> isWrite(statement) ? fault.apply(statement, send) : send.send());
  }

  /**
   * Wraps a session: bound statements and batches fail, at once and without being sent, as their
   * number says.
   *
   * @param faults gives what becomes of the n-th, from 1; null where it is sent
   */
  public static CqlSession failing(CqlSession real, IntFunction<Fault> faults) {
    AtomicInteger number = new AtomicInteger();
    return over(
        real,
        (statement, send) -> {
          Fault fault = faults.apply(number.incrementAndGet());
          return fault == null ? send.send() : failed(fault.on(real));
        });
  }

  /** Wraps a session: it does what the real one does, and tells of what it sends. */
  public static CqlSession watching(CqlSession real, Consumer<Statement<?>> watcher) {
    return proxy(
        real,
        (statement, send) -> {
          watcher.accept(statement);
          return send.send();
        });
  }

  private static CqlSession proxy(
      CqlSession real, BiFunction<Statement<?>, Real, CompletionStage<?>> sending) {
    return (CqlSession)
        Proxy.newProxyInstance(
            FaultySession.class.getClassLoader(),
            new Class<?>[] {CqlSession.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("executeAsync")
                  && arguments[0] instanceof Statement<?> statement) {
                return sending.apply(statement, () -> real.executeAsync(statement));
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static boolean isWrite(Statement<?> statement) {
    return statement instanceof BoundStatement || statement instanceof BatchStatement;
  }

  /** Returns an answer that is this failure. */
  public static CompletionStage<AsyncResultSet> failed(Throwable failure) {
    return CompletableFuture.failedFuture(failure);
  }

  /** Sends the statement for real. */
  public interface Real {
    CompletionStage<AsyncResultSet> send();
  }
}
