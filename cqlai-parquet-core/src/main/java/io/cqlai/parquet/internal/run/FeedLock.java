package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.cql.InTurn;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A lock with what has to be done without it. Sending a request and telling a listener run code of
 * others: it is noted while the lock is held, and done by a thread that has let go of it, one after
 * the other. So what fails at once finds no lock held, and nests in no other.
 */
final class FeedLock {

  private final Consumer<Throwable> failed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Runnable> noted = new ConcurrentLinkedQueue<>();
  private final InTurn done = new InTurn(this::doAll);

  /**
   * Makes one that is free.
   *
   * @param failed is told of what is thrown by something that was noted; without the lock
   */
  FeedLock(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  /** Returns a condition to wait for while the lock is held. */
  Condition newCondition() {
    return lock.newCondition();
  }

  /** Does something under the lock. */
  void held(Runnable action) {
    lock();
    try {
      action.run();
    } finally {
      unlock();
    }
  }

  /** Does something under the lock, and returns what it returns. */
  <T> T held(Supplier<T> action) {
    lock();
    try {
      return action.get();
    } finally {
      unlock();
    }
  }

  void lock() {
    lock.lock();
  }

  /** Lets go, and does what was noted; within another holding of the same thread, later. */
  void unlock() {
    lock.unlock();
    if (!lock.isHeldByCurrentThread() && !noted.isEmpty()) {
      done.run();
    }
  }

  /**
   * Notes something for when the lock has been let go; to be called under it.
   *
   * @param action what to do
   */
  void afterwards(Runnable action) {
    noted.add(action);
  }

  private void doAll() {
    for (Runnable next = noted.poll(); next != null; next = noted.poll()) {
      try {
        next.run();
      } catch (
          Throwable e) { // on the thread of a timer or the driver, where nobody would hear of it
        failed.accept(e);
      }
    }
  }
}
