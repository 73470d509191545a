package io.cqlai.parquet.internal.cql;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does something each time it is asked to, but neither twice at once nor within itself: a call that
 * comes while it is being done leaves it to the one who does it, who then does it once more. So
 * requests that are answered at once, and make room for others, do not nest in each other.
 */
public final class InTurn {

  private final Runnable action;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * Makes what has not been asked for anything.
   *
   * @param action what to do; it may ask for itself
   */
  public InTurn(Runnable action) {
    this.action = action;
  }

  /**
   * Has it done after this call began: on this thread before it returns, or on the one that is at
   * it. What it throws goes to whoever does it.
   */
  public void run() {
    if (calls.getAndIncrement() > 0) {
      return;
    }
    try {
      int seen = 1;
      while (seen > 0) {
        action.run();
        seen = calls.addAndGet(-seen);
      }
    } catch (RuntimeException | Error e) {
      calls.set(0); // else nobody would do it any more
      throw e;
    }
  }
}
