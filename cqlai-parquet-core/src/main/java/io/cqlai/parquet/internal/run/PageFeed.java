package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.internal.cql.ServerWarnings;
import io.cqlai.parquet.internal.plan.ExportPlan;
import io.cqlai.parquet.internal.scan.Page;
import io.cqlai.parquet.internal.scan.PageBudget;
import io.cqlai.parquet.internal.scan.Scan;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.row.RowChunk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the units of an export, several at once, and hands their pages to the threads that encode
 * them. While a page waits or is written, its unit's next one is on its way, as long as all of them
 * together fit in memory. A page that fails in a way that may pass is asked for again.
 */
final class PageFeed {

  private static final Logger LOG = LoggerFactory.getLogger(PageFeed.class);
  private static final int ATTEMPTS = 5;
  private static final long FIRST_PAUSE_MILLIS = 200;

  /** How many pages may wait for each that may be on its way. */
  private static final int MOST_WAITING = 2;

  /** With so much waiting, another thread to encode it pays. */
  private static final long BACKLOG_BYTES = 4 << 20;

  /** Rows of this size are encoded by one thread: each takes several times its size on the way. */
  private static final long LARGE_ROW_BYTES = 1 << 20;

  private final Job<?> job;
  private final ExportPlan plan;
  private final PageBudget budget;
  private final Pace pace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Iterator<ScanUnit> units;
  private final Deque<Scan> begun = new ArrayDeque<>();
  private final Deque<Arrived> arrived = new ArrayDeque<>();
  private final ServerWarnings warnings = new ServerWarnings();
  private int onTheirWay;
  private long unclaimed;
  private long wanted;
  private long unitsDone;
  @Nullable private TransferException failure;

  /**
   * A page that waits to be encoded.
   *
   * @param held what it is taken to need of the budget
   */
  private record Arrived(ScanUnit unit, Page page, long held) {}

  /** Makes a feed that has not begun to read. */
  PageFeed(Job<?> job, ExportPlan plan) {
    this.job = job;
    this.plan = plan;
    this.budget = plan.budget();
    this.pace = new Pace(plan.rate());
    this.units = plan.units().iterator();
    this.unclaimed = plan.limit();
    this.wanted = plan.limit();
  }

  /** Begins to read. */
  void begin() {
    job.whenCancelled(this::fail);
    locked(this::askForMore);
  }

  /** What a thread does with the rows of a page. */
  @FunctionalInterface
  interface Encoding<E extends Exception> {
    void encode(RowChunk rows) throws E;
  }

  /**
   * Waits for a page and has it encoded by this thread.
   *
   * @return false when there are no more pages
   * @throws TransferException when reading has failed, or the job was cancelled
   */
  <E extends Exception> boolean next(Encoding<E> encoding) throws E {
    Arrived next = take();
    if (next == null) {
      return false;
    }
    next.page.requireTypes(next.unit.types());
    RowChunk rows = next.page.take();
    RowChunk counted = locked(() -> count(rows));
    pace.pass(job, counted.size(), counted.bytes(), this::hasFailed);
    encoding.encode(counted);
    locked(() -> release(next));
    return true;
  }

  /** Tells whether more pages wait than the threads that encode keep up with. */
  boolean isBehind() {
    return !pace.isBound()
        && locked(
            () ->
                arrived.size() > 1
                    && budget.held() >= BACKLOG_BYTES
                    && budget.rowBytes() < LARGE_ROW_BYTES);
  }

  private boolean hasFailed() {
    return locked(() -> failure != null);
  }

  /**
   * Ends the reading: every thread that waits for a page fails with this, or with what was first.
   */
  void fail(TransferException cause) {
    locked(
        () -> {
          if (failure == null) {
            failure = cause;
          }
          arrived.clear();
          begun.clear();
          changed.signalAll();
        });
  }

  /** Returns how many units have been read to their end. */
  long unitsDone() {
    return locked(() -> unitsDone);
  }

  /** Returns what the server warned of, each kind once. */
  List<String> warnings() {
    return warnings.sentences();
  }

  @Nullable
  private Arrived take() {
    lock.lock();
    try {
      while (failure == null && arrived.isEmpty() && !isOver()) {
        changed.await();
      }
      if (failure != null) {
        throw failure;
      }
      return wanted == 0 ? null : arrived.poll();
    } catch (InterruptedException e) {
      throw job.interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  private boolean isOver() {
    return wanted == 0
        || onTheirWay == 0 && begun.isEmpty() && arrived.isEmpty() && !units.hasNext();
  }

  /** Cuts rows to the limit. */
  private RowChunk count(RowChunk rows) {
    RowChunk counted =
        rows.size() <= wanted
            ? rows
            : new RowChunk(
                rows.rows().subList(0, (int) wanted), 0, rows.bytes() * wanted / rows.size());
    wanted -= counted.size();
    if (wanted == 0) {
      changed.signalAll();
    }
    return counted;
  }

  private void release(Arrived written) {
    budget.release(written.held);
    askForMore();
  }

  /** Asks for pages, of units that were begun first, as long as there is room for them. */
  private void askForMore() {
    while (failure == null
        && unclaimed > 0
        && onTheirWay < plan.concurrency()
        && arrived.size() < MOST_WAITING * plan.concurrency()
        && (!begun.isEmpty() || units.hasNext())
        && budget.hasRoom(plan.sizer().next(), onTheirWay)) {
      Scan scan =
          begun.isEmpty() ? new Scan(plan.requests().session(), units.next()) : begun.remove();
      int rows = (int) Math.min(plan.sizer().next(), unclaimed);
      unclaimed -= rows;
      onTheirWay++;
      ask(scan, rows, 1);
    }
    if (isOver()) {
      changed.signalAll();
    }
  }

  private void ask(Scan scan, int rows, int attempt) {
    try {
      scan.fetch(rows)
          .whenComplete(
              (page, error) -> {
                if (locked(() -> answered(scan, rows, attempt, page, error))) {
                  job.meter().partDone(); // which calls a listener, and so not under the lock
                }
              });
    } catch (RuntimeException e) { // the driver refuses the request before it is sent
      failed(scan, rows, attempt, e);
    } catch (Error e) { // on a timer's thread, where nobody would hear of it
      fail(job.failed(e));
    }
  }

  /** Returns whether that was the end of a unit. */
  private boolean answered(
      Scan scan, int rows, int attempt, @Nullable Page page, @Nullable Throwable error) {
    try {
      if (failure != null) {
        return false; // nobody waits for it any more
      }
      if (page != null) {
        return came(scan, rows, page);
      }
      failed(scan, rows, attempt, Objects.requireNonNull(error));
    } catch (
        Throwable e) { // nobody looks at what becomes of this call, and all would wait for ever
      fail(job.failed(e));
    }
    return false;
  }

  private boolean came(Scan scan, int asked, Page page) {
    onTheirWay--;
    job.meter().pageCame();
    unclaimed += asked - Math.min(asked, page.rows());
    page.warnings().forEach(warning -> warnings.add(warning, false));
    plan.sizer().came(asked, page.rows(), page.bytes());
    budget.learn(page.rows(), page.bytes());
    boolean more = scan.advance(page);
    if (more) {
      begun.add(scan);
    } else {
      unitsDone++;
    }
    if (page.rows() > 0) {
      arrived.add(new Arrived(scan.unit(), page, budget.hold(page.rows(), page.bytes())));
      changed.signal();
    }
    askForMore();
    return !more;
  }

  private void failed(Scan scan, int rows, int attempt, Throwable error) {
    TransferException told = DriverErrors.translate(error, "Reading " + plan.subject());
    if (!told.retryable() || attempt == ATTEMPTS) {
      fail(told.at(place(scan.unit())));
      return;
    }
    LOG.info(
        "[{}] a page failed, attempt {} of {}: {}",
        job.name(),
        attempt,
        ATTEMPTS,
        told.getMessage());
    after(FIRST_PAUSE_MILLIS << (attempt - 1))
        .execute(() -> locked(() -> askAgain(scan, rows, attempt + 1)));
  }

  private void askAgain(Scan scan, int rows, int attempt) {
    if (failure == null) {
      ask(scan, rows, attempt);
    }
  }

  private static Executor after(long millis) {
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
  }

  private Place place(ScanUnit unit) {
    Place table = Place.table(plan.subject());
    return unit.span() == null ? table : table.inTokenRange(unit.span().toString());
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
