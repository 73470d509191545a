package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.report.Loss;
import java.util.ArrayList;
import java.util.List;

/** The losses that one encoder or decoder counts. Used by one thread at a time. */
public final class LossCounters {

  private final List<Counter> counters = new ArrayList<>();

  /**
   * Returns the counter for one kind of loss in one column, made at the first call. Taken once,
   * while a plan is turned into writers, never in the row loop.
   */
  public Counter counter(String column, String what) {
    for (Counter counter : counters) {
      if (counter.column.equals(column) && counter.what.equals(what)) {
        return counter;
      }
    }
    Counter counter = new Counter(column, what);
    counters.add(counter);
    return counter;
  }

  /** Returns what has been lost so far: only counts above 0. */
  public List<Loss> losses() {
    return counters.stream()
        .filter(c -> c.count > 0)
        .map(c -> new Loss(c.column, c.what, c.count))
        .toList();
  }

  /** Adds what another has counted; its owner has stopped counting. */
  public void add(LossCounters other) {
    for (Counter counter : other.counters) {
      counter(counter.column, counter.what).count += counter.count;
    }
  }

  /** Adds losses that were counted elsewhere. */
  public void add(List<Loss> others) {
    for (Loss loss : others) {
      counter(loss.column(), loss.what()).count += loss.count();
    }
  }

  /**
   * Returns what was lost between two moments.
   *
   * @param before what had been lost at the first
   * @param after what had been lost at the second
   */
  public static List<Loss> between(List<Loss> before, List<Loss> after) {
    LossCounters counters = new LossCounters();
    counters.add(after);
    for (Loss loss : before) {
      counters.counter(loss.column(), loss.what()).count -= loss.count();
    }
    return counters.losses();
  }

  /** One kind of loss in one column. */
  public static final class Counter {
    private final String column;
    private final String what;
    private long count;

    private Counter(String column, String what) {
      this.column = column;
      this.what = what;
    }

    /** Counts one value. */
    public void increment() {
      count++;
    }
  }
}
