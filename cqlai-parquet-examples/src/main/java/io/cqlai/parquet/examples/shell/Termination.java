package io.cqlai.parquet.examples.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.annotation.Nullable;

/**
 * Ends a shell that a signal tells to end: what is running is cancelled, so that it keeps what it
 * has done, everything is closed, and the status says that it was a signal.
 */
final class Termination {

  /** The exit status after a signal. */
  static final int STATUS = 4;

  private static final int MOST_SECONDS = 15;
  private static final int POLL_MILLIS = 100;

  private final CountDownLatch closed = new CountDownLatch(1);
  @Nullable private volatile StatementLoop loop;

  /** Waits for a signal from now on. */
  static Termination watch() {
    Termination termination = new Termination();
    Thread hook = new Thread(termination::end, "termination");
    Runtime.getRuntime().addShutdownHook(hook);
    return termination;
  }

  /** Learns what runs the statements. */
  void of(StatementLoop statements) {
    loop = statements;
  }

  /** Learns that the shell has closed all that it had, and is about to exit by itself. */
  void closed() {
    closed.countDown();
  }

  /** Runs while the JVM shuts down: with nothing left to close, this was no signal. */
  private void end() {
    StatementLoop running = loop;
    if (closed.getCount() == 0) {
      return;
    }
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
      while (running != null && System.nanoTime() < end) {
        running.stop(); // again and again: a statement may just have been about to begin
        if (closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(STATUS);
  }
}
