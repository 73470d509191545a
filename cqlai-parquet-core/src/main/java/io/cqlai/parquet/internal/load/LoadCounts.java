package io.cqlai.parquet.internal.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a loader has counted. Safe for use by several threads. */
public final class LoadCounts {

  private final LongAdder written = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder unknown = new LongAdder();
  private final AtomicLong rejected = new AtomicLong();

  /** Counts rows that the server has taken. */
  void addWritten(int rows) {
    written.add(rows);
  }

  /** Counts rows that were left out on purpose. */
  public void addSkipped(long rows) {
    skipped.add(rows);
  }

  void addRejected(boolean outcomeUnknown) {
    rejected.incrementAndGet();
    if (outcomeUnknown) {
      unknown.increment();
    }
  }

  void addRepeated() {
    repeated.increment();
  }

  /** Returns how many rows the server has taken. */
  public long written() {
    return written.sum();
  }

  /** Returns how many rows were left out on purpose. */
  public long skipped() {
    return skipped.sum();
  }

  /** Returns how many rows were not written, whatever the reason. */
  public long rejected() {
    return rejected.get();
  }

  /** Returns how many of the rejected rows may have been applied all the same. */
  public long outcomeUnknown() {
    return unknown.sum();
  }

  /** Returns how many requests were sent again. */
  public long repeated() {
    return repeated.sum();
  }
}
