package io.cqlai.parquet.examples.shell;

import io.cqlai.parquet.StatementResult;
import io.cqlai.parquet.StatementRunner;
import io.cqlai.parquet.copy.CopyTo;
import io.cqlai.parquet.copy.Fragment;
import io.cqlai.parquet.copy.StatementException;
import io.cqlai.parquet.copy.Statements;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs statements one after the other and prints their results, or what is wrong with them. */
final class StatementLoop {

  private final StatementRunner runner;
  private final ProgressDisplay progress;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile Runnable whenStopped = () -> {};

  StatementLoop(StatementRunner runner, ProgressDisplay progress) {
    this.runner = runner;
    this.progress = progress;
  }

  /**
   * Runs the statements of a script; the first that fails ends it, a VERIFY that finds a difference
   * among them, and so does {@link #stop()}.
   *
   * @return whether all succeeded
   */
  boolean runAll(String script) {
    for (Fragment statement : Statements.split(script)) {
      if (stopped.get() || !run(statement)) {
        return false;
      }
    }
    return true;
  }

  /** Cancels the statement that is running. */
  void cancel() {
    runner.cancel();
  }

  /** Cancels the statement that is running, and lets no other begin. */
  void stop() {
    runner.cancel();
    if (!stopped.getAndSet(true)) {
      whenStopped.run();
    }
  }

  /** Has something done once, on another thread, when it is told to stop. */
  void whenStopped(Runnable action) {
    whenStopped = action;
  }

  /** Tells whether it was told to stop. */
  boolean isStopped() {
    return stopped.get();
  }

  private boolean run(Fragment statement) {
    try {
      System.out.flush();
      StatementResult result = runner.run(statement.text());
      progress.end();
      PrintStream out = writesToStandardOutput(statement.text()) ? System.err : System.out;
      ResultPrinter.print(result, out, progress::end); // which fails where a row is not captured
      return !(result instanceof StatementResult.Verified verified) || verified.report().isEqual();
    } catch (StatementException e) {
      System.err.println(e.movedTo(statement).rendered());
      return false;
    } catch (RuntimeException e) {
      System.err.println(message(e));
      return false;
    } finally {
      progress.end();
    }
  }

  /** Rows on standard output stay clean: what is told of them goes elsewhere. */
  private static boolean writesToStandardOutput(String statement) {
    return Statements.isOurs(statement)
        && Statements.parse(statement) instanceof CopyTo copy
        && copy.target().isEmpty();
  }

  /** What a person is told of an exception. */
  static String message(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
