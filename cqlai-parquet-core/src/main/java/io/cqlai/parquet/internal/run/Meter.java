package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.progress.Progress;
import io.cqlai.parquet.progress.ProgressListener;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts a run's rows, bytes and parts, and tells its listener a few times a second. */
public final class Meter {

  private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
  private static final long INTERVAL_NANOS = Duration.ofMillis(250).toNanos();

  private final ProgressListener listener;
  private final long startNanos = System.nanoTime();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong pages = new AtomicLong();
  private final AtomicLong partsDone = new AtomicLong();
  private final AtomicLong nextTell = new AtomicLong(startNanos + INTERVAL_NANOS);
  private volatile long parts;
  private volatile long pagesAbout;

  /** Makes a meter at zero, whose time starts now. */
  public Meter(ProgressListener listener) {
    this.listener = listener;
  }

  /** Says how many parts there are: token ranges or row groups; 0 when the whole is not known. */
  public void parts(long count) {
    parts = count;
  }

  /** Counts one more part as done. */
  public void partDone() {
    partsDone.incrementAndGet();
    tellNowAndThen();
  }

  /** Says about how many pages there are; 0 when that is not known. */
  public void pagesAbout(long count) {
    pagesAbout = count;
  }

  /** Sets how many pages have come. */
  public void pages(long now) {
    pages.set(now);
  }

  /** Counts one more page as come. */
  public void pageCame() {
    pages.incrementAndGet();
  }

  /** Counts rows that have arrived. */
  public void add(long moreRows) {
    rows.addAndGet(moreRows);
    tellNowAndThen();
  }

  /** Counts bytes that have been encoded. */
  public void addBytes(long more) {
    bytes.addAndGet(more);
  }

  /** Sets the bytes that the files have by now. */
  public void bytes(long now) {
    bytes.set(now);
  }

  /** Returns where the run is. */
  public Progress now() {
    OptionalDouble fraction =
        parts == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.min(1.0, (double) partsDone.get() / parts));
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
    return new Progress(
        rows.get(),
        bytes.get(),
        elapsed,
        fraction,
        pages.get(),
        pagesAbout == 0 ? OptionalLong.empty() : OptionalLong.of(pagesAbout));
  }

  /** Tells the listener, whatever the time. */
  public void tell() {
    try {
      listener.progressed(now());
    } catch (RuntimeException e) {
      LOG.warn("A progress listener failed; the transfer goes on", e);
    }
  }

  private void tellNowAndThen() {
    long due = nextTell.get();
    long now = System.nanoTime();
    if (now - due >= 0 && nextTell.compareAndSet(due, now + INTERVAL_NANOS)) {
      tell();
    }
  }
}
