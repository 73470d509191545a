package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.RequestFailures;
import io.cqlai.parquet.internal.cql.ServerWarnings;
import io.cqlai.parquet.internal.plan.ReadPlan;
import io.cqlai.parquet.internal.scan.Page;
import io.cqlai.parquet.internal.scan.PageBudget;
import io.cqlai.parquet.internal.scan.Scan;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.scan.TokenSpan;
import io.cqlai.parquet.progress.RequestFailure;
import io.cqlai.parquet.progress.RequestKind;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import javax.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the units of a plan, several at once, and hands their pages to the threads that encode
 * them. While a page waits or is written, its unit's next one is on its way, as long as all of them
 * together fit in memory. A page that fails in a way that may pass is asked for again; while it
 * waits for that, others are asked for.
 */
final class PageFeed {

  private static final Logger LOG = LoggerFactory.getLogger(PageFeed.class);

  /** How many pages may wait for each that may be on its way. */
  private static final int MOST_WAITING = 2;

  /** How many pages that failed may wait for each that may be on its way. */
  private static final int MOST_PAUSING = 4;

  /** With so much waiting, another thread to encode it pays. */
  private static final long BACKLOG_BYTES = 4 << 20;

  /** Rows of this size are encoded by one thread: each takes several times its size on the way. */
  private static final long LARGE_ROW_BYTES = 1 << 20;

  private final Job<?> job;
  private final ReadPlan plan;
  private final PageBudget budget;
  private final Pace pace;
  private final FeedLock lock = new FeedLock(this::broken);
  private final Condition changed = lock.newCondition();
  private final Iterator<ScanUnit> units;
  private final Deque<Reading> begun = new ArrayDeque<>();
  private final Deque<Arrived> arrived = new ArrayDeque<>();

  /** Asks for pages that have paused, and wait for a place among those that are on their way. */
  private final Deque<Runnable> comingBack = new ArrayDeque<>();

  private final ServerWarnings warnings = new ServerWarnings();
  private int onTheirWay;
  private int pausing;
  private long unclaimed;
  private long wanted;
  private long unitsDone;
  private long cuts;
  private long repeated;
  private long failedInARow;
  private long unansweredInARow;
  @Nullable private TransferException failure;

  /**
   * A page that waits to be encoded.
   *
   * @param held what it is taken to need of the budget
   */
  private record Arrived(Reading reading, Page page, long held) {}

  /**
   * Makes a feed that has not begun to read.
   *
   * @param units what is left to read of the plan's units
   * @param limit the most rows in all
   */
  PageFeed(Job<?> job, ReadPlan plan, List<ScanUnit> units, long limit) {
    this.job = job;
    this.plan = plan;
    this.budget = plan.budget();
    this.pace = new Pace(plan.rate());
    this.units = units.iterator();
    this.unclaimed = limit;
    this.wanted = limit;
  }

  /** Begins to read. */
  void begin() {
    job.whenCancelled(this::fail);
    lock.held(this::askForMore);
  }

  /** What a thread does with what comes. */
  interface Encoding<E extends Exception> {
    /** Encodes some rows of a unit. */
    void encode(ScanUnit unit, RowChunk rows) throws E;

    /** Learns that all rows of a unit have been encoded. */
    void ended(ScanUnit unit) throws E;
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
    Reading reading = next.reading;
    next.page.requireTypes(reading.scan().unit().types());
    RowChunk rows = next.page.take();
    RowChunk counted = lock.held(() -> count(took(reading, rows)));
    pace.pass(job, counted.size(), counted.bytes(), this::hasFailed);
    encoding.encode(reading.unit().planned(), counted);
    if (lock.held(() -> release(next))) {
      encoding.ended(reading.unit().planned());
    }
    return true;
  }

  /** Tells whether more pages wait than the threads that encode keep up with. */
  boolean isBehind() {
    return !pace.isBound()
        && lock.held(
            () ->
                arrived.size() > 1
                    && budget.held() >= BACKLOG_BYTES
                    && budget.rowBytes() < LARGE_ROW_BYTES);
  }

  private boolean hasFailed() {
    return lock.held(() -> failure != null);
  }

  /**
   * Ends the reading: every thread that waits for a page fails with this, or with what was first.
   */
  void fail(TransferException cause) {
    lock.held(
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
    return lock.held(() -> unitsDone);
  }

  /** Returns how many pages were asked for again, as a whole or in parts. */
  long repeated() {
    return lock.held(() -> repeated + cuts);
  }

  /** Returns what the server warned of, each kind once, and what it did not give at once. */
  List<String> warnings() {
    List<String> all = new ArrayList<>(warnings.sentences());
    lock.held(
        () -> {
          if (repeated > 0) {
            all.add("Pages that failed were asked for again, " + repeated + " times in all");
          }
          if (cuts > 0) {
            all.add(
                "Token ranges that timed out or failed were read in smaller ones; ranges were cut "
                    + cuts
                    + " times");
          }
        });
    return all;
  }

  @Nullable
  private Arrived take() {
    lock.lock();
    try {
      Arrived next = firstToTake();
      while (failure == null && next == null && !isOver()) {
        changed.await();
        next = firstToTake();
      }
      if (failure != null) {
        throw failure;
      }
      if (wanted == 0 || next == null) {
        return null;
      }
      arrived.remove(next);
      next.reading.beginTaking();
      return next;
    } catch (InterruptedException e) {
      throw job.interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  /** The rows of one scan are taken in their order, so that it is known where it stands. */
  @Nullable
  private Arrived firstToTake() {
    for (Arrived each : arrived) {
      if (!each.reading.isBeingTaken()) {
        return each;
      }
    }
    return null;
  }

  private RowChunk took(Reading reading, RowChunk rows) {
    RowChunk fresh = reading.scan().took(rows);
    unclaimed += rows.size() - fresh.size();
    reading.endTaking();
    if (!arrived.isEmpty()) {
      changed.signal(); // its next page may be taken
    }
    return fresh;
  }

  private boolean isOver() {
    return wanted == 0
        || onTheirWay + pausing == 0 && begun.isEmpty() && arrived.isEmpty() && !units.hasNext();
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

  /** Returns whether that was the last of a unit. */
  private boolean release(Arrived encoded) {
    Reading.Unit unit = encoded.reading.unit();
    unit.pageIsEncoded();
    budget.release(encoded.held);
    askForMore();
    return unit.isDone() && wanted > 0; // beyond the limit a unit is not read to its end
  }

  /** Asks for pages: those that failed, then of units that were begun, while there is room. */
  private void askForMore() {
    while (failure == null && !comingBack.isEmpty() && onTheirWay < plan.concurrency()) {
      pausing--;
      onTheirWay++;
      lock.afterwards(comingBack.remove());
    }
    while (failure == null
        && unclaimed > 0
        && onTheirWay + placesKept() < plan.concurrency()
        && pausing < MOST_PAUSING * plan.concurrency()
        && arrived.size() < MOST_WAITING * plan.concurrency()
        && (!begun.isEmpty() || units.hasNext())
        && budget.hasRoom(plan.sizer().next(), onTheirWay + pausing)) {
      Reading reading = begun.isEmpty() ? newReading(units.next()) : begun.remove();
      int most = Math.min(plan.sizer().next(), reading.mostRows());
      int rows = unclaimed >= most ? most : rowsOfTheLast(reading, most);
      unclaimed -= rows;
      onTheirWay++;
      lock.afterwards(() -> ask(reading, rows, 1));
    }
    if (isOver()) {
      changed.signalAll();
    }
  }

  /** Others go in the place of pages that pause, but not where none comes any more. */
  private int placesKept() {
    return failedInARow > plan.concurrency() ? pausing : 0;
  }

  /** Near the limit, rows that are passed over come on top of those that are wanted. */
  private int rowsOfTheLast(Reading reading, int most) {
    return (int) Math.min(most, unclaimed + reading.scan().leftToPassOver());
  }

  private Reading newReading(ScanUnit planned) {
    Reading.Unit unit = new Reading.Unit(planned);
    unit.scansBegin(1);
    return new Reading(new Scan(plan.requests().session(), planned), unit);
  }

  /** Asks for a page; not under the lock, because the answer may be there at once. */
  private void ask(Reading reading, int rows, int attempt) {
    if (hasFailed()) {
      return;
    }
    long sent = System.nanoTime();
    try {
      fetch(reading, rows)
          .whenComplete(
              (page, error) -> {
                told(sent, error);
                if (lock.held(() -> answered(reading, rows, attempt, page, error))) {
                  job.meter().partDone();
                }
              });
    } catch (Error e) { // on a timer's thread, where nobody would hear of it
      fail(job.failed(e));
    }
  }

  private static CompletionStage<Page> fetch(Reading reading, int rows) {
    try {
      return reading.scan().fetch(rows);
    } catch (RuntimeException e) { // the driver refuses the request before it is sent
      return CompletableFuture.failedFuture(e);
    }
  }

  private void told(long sentNanos, @Nullable Throwable error) {
    try {
      Duration latency = Duration.ofNanos(System.nanoTime() - sentNanos);
      if (error == null) {
        job.metrics().requestSucceeded(RequestKind.PAGE, latency);
      } else {
        job.metrics().requestFailed(RequestKind.PAGE, RequestFailures.of(error), latency);
      }
    } catch (Error e) { // of memory; nobody looks at what becomes of this call
      fail(job.failed(e));
    }
  }

  /** Returns whether that was the end of a unit. */
  private boolean answered(
      Reading reading, int rows, int attempt, @Nullable Page page, @Nullable Throwable error) {
    try {
      if (failure != null) {
        return false; // nobody waits for it any more
      }
      if (page != null) {
        return came(reading, rows, page);
      }
      failed(reading, rows, attempt, Objects.requireNonNull(error));
    } catch (
        Throwable e) { // nobody looks at what becomes of this call, and all would wait for ever
      fail(job.failed(e));
    }
    return false;
  }

  private boolean came(Reading reading, int asked, Page page) {
    onTheirWay--;
    failedInARow = 0;
    unansweredInARow = 0;
    job.meter().pageCame();
    unclaimed += asked - Math.min(asked, page.rows());
    page.warnings().forEach(warning -> warnings.add(warning, false));
    plan.sizer().came(asked, page.rows(), page.bytes());
    budget.learn(page.rows(), page.bytes());
    Reading.Unit unit = reading.unit();
    if (reading.scan().advance(page)) {
      begun.add(reading);
    } else {
      unit.scanEnds();
      unitsDone += unit.isRead() ? 1 : 0;
    }
    if (page.rows() > 0 || unit.isDone()) { // an empty page tells that its unit has ended
      reading.pageWaits();
      arrived.add(new Arrived(reading, page, budget.hold(page.rows(), page.bytes())));
      changed.signal();
    }
    askForMore();
    return unit.isRead();
  }

  private void failed(Reading reading, int rows, int attempt, Throwable error) {
    PageFailure judged = PageFailure.of(error, attempt, "Reading " + plan.subject());
    RequestFailure kind = RequestFailures.of(error);
    LOG.debug("[{}] a page failed, attempt {}: {}", job.name(), attempt, kind);
    failedInARow++;
    unansweredInARow += judged.answered() ? 0 : 1;
    switch (isHopeless() ? PageFailure.Then.END : judged.then()) {
      case END -> fail(told(judged, reading));
      case REPEAT -> askLater(reading, rows, attempt, kind);
      case ASK_FOR_LESS ->
          reading.whenAllTaken(() -> askForLess(reading, rows, attempt, judged, kind));
    }
  }

  /** Tells whether so many pages failed, without one that came, that no other will come. */
  private boolean isHopeless() {
    long together = Math.max(1, onTheirWay + pausing);
    return unansweredInARow >= PageFailure.BACKOFF.attempts() * together
        || failedInARow >= PageFailure.MOST_IN_A_ROW * together;
  }

  private void askLater(Reading reading, int rows, int attempt, RequestFailure kind) {
    repeated++;
    lock.afterwards(() -> job.metrics().requestRepeated(RequestKind.PAGE, kind));
    onTheirWay--;
    pausing++;
    PageFailure.BACKOFF
        .pause(attempt)
        .thenRun(() -> lock.held(() -> comesBack(reading, rows, attempt + 1)));
    askForMore();
  }

  private void broken(Throwable error) {
    fail(job.failed(error));
  }

  private void comesBack(Reading reading, int rows, int attempt) {
    comingBack.add(() -> ask(reading, rows, attempt));
    askForMore();
  }

  /** Reads the rest in parts, or where it has none in smaller pages. */
  private void askForLess(
      Reading reading, int rows, int attempt, PageFailure judged, RequestFailure kind) {
    if (failure != null) {
      return;
    }
    List<Scan> parts = reading.scan().split();
    if (!parts.isEmpty()) {
      cuts++;
      lock.afterwards(job.metrics()::rangeCut);
      reading.unit().scanEnds();
      reading.unit().scansBegin(parts.size());
      parts.forEach(part -> begun.addFirst(new Reading(part, reading.unit())));
      onTheirWay--;
      unclaimed += rows;
      askForMore();
    } else if (rows > 1) {
      reading.askForLess(rows);
      unclaimed += rows - reading.mostRows();
      askLater(reading, reading.mostRows(), attempt, kind);
    } else if (judged.error().retryable() && attempt < PageFailure.BACKOFF.attempts()) {
      askLater(reading, rows, attempt, kind);
    } else {
      fail(told(judged, reading));
    }
  }

  private TransferException told(PageFailure failed, Reading reading) {
    TokenSpan span = reading.scan().unit().span();
    Place table = Place.table(plan.subject());
    RowView reached = reading.scan().reached();
    String range = span + (reached == null ? "" : ", behind " + plan.keyOf(reached));
    return failed.error().at(span == null ? table : table.inTokenRange(range));
  }
}
