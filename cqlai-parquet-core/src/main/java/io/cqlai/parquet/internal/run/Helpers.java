package io.cqlai.parquet.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that do the work of a job's own thread beside it. They are started when there is need for
 * them; one to which the caller's executor does not come before the work is done never begins.
 */
final class Helpers {

  private static final Logger LOG = LoggerFactory.getLogger(Helpers.class);

  private final Job<?> job;
  private final int most;
  private final List<Helper> helpers = new ArrayList<>();
  private boolean closed;

  /**
   * Makes a set of no helpers yet.
   *
   * @param most how many there may be; 0 for none
   */
  Helpers(Job<?> job, int most) {
    this.job = job;
    this.most = most;
  }

  /** Starts one more helper, unless there are enough or the work is done. */
  synchronized void start(Runnable work) {
    if (helpers.size() < most && !closed) {
      Helper helper = new Helper(work);
      try {
        job.execute(job.name() + ", helper " + (helpers.size() + 1), helper);
        helpers.add(helper);
      } catch (RejectedExecutionException e) {
        LOG.debug("[{}] goes on without further helpers: the executor takes none", job.name(), e);
        closed = true;
      }
    }
  }

  private synchronized List<Helper> close() {
    closed = true;
    return helpers;
  }

  /**
   * Waits for the end of those that have begun, and lets no other begin. That they come to an end
   * is the caller's business. An interrupt is kept until they have ended.
   *
   * @throws RuntimeException or an Error, the first that a helper ended with
   */
  void join() {
    Throwable failure = null;
    boolean interrupted = false;
    for (Helper helper : close()) {
      boolean waiting = helper.hasBegun();
      while (waiting) {
        try {
          helper.get();
          waiting = false;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
          waiting = false;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  /**
   * Waits as {@link #join()}, behind a failure of the job's own thread. What a helper ended with is
   * told beside that failure, not instead.
   */
  void joinAfter(Throwable failure) {
    try {
      join();
    } catch (RuntimeException | Error e) {
      if (e != failure) {
        failure.addSuppressed(e);
      }
    }
  }

  private static final class Helper extends FutureTask<Void> {
    private enum State {
      WAITING,
      BEGUN,
      NOT_NEEDED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    Helper(Runnable work) {
      super(work, null);
    }

    @Override
    public void run() {
      if (state.compareAndSet(State.WAITING, State.BEGUN)) {
        super.run();
      }
    }

    /** Tells whether it has begun; when it has not, it never will. */
    boolean hasBegun() {
      return !state.compareAndSet(State.WAITING, State.NOT_NEEDED);
    }
  }
}
