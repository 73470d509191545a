package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.value.LossCounters;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * What went wrong with the value of one column in the row at hand. Losses count only once the row
 * is taken: see {@link #commit()}.
 */
public final class ColumnIssues {

  private final String column;
  private final boolean lossesAllowed;
  private final LossCounters counters;
  private final RowIssues row;
  private final List<LossCounters.Counter> losses = new ArrayList<>();
  private final List<LossCounters.Counter> latestLosses = new ArrayList<>();
  @Nullable private String reason;
  @Nullable private String latest;

  /**
   * Makes an empty record of issues.
   *
   * @param column the table's column, under whose name losses are counted
   * @param lossesAllowed whether a value that loses is counted (CONVERT='LENIENT') or rejected
   * @param row is told that there are issues at all
   */
  public ColumnIssues(String column, boolean lossesAllowed, LossCounters counters, RowIssues row) {
    this.row = row;
    this.column = column;
    this.lossesAllowed = lossesAllowed;
    this.counters = counters;
  }

  /** Returns a teller of issues for a part of the column's value: {@code "field street"}. */
  public ValueIssues at(String part) {
    return new ValueIssues(this, part);
  }

  /** Returns why the value does not fit, or null where it does. */
  @Nullable
  public String reason() {
    return reason;
  }

  /** Returns why the value was rejected last since {@link #beginPart()}. */
  @Nullable
  public String latestReason() {
    return latest;
  }

  /** Begins a part of the value whose issues are to be known by themselves. */
  public void beginPart() {
    latest = null;
    latestLosses.clear();
  }

  /** Returns what was lost since {@link #beginPart()}. */
  public List<LossCounters.Counter> latestLosses() {
    return List.copyOf(latestLosses);
  }

  /** Tells it again what was told once of an equal value. */
  public void repeat(@Nullable String why, List<LossCounters.Counter> lost) {
    if (why != null) {
      reject(why);
    }
    lost.forEach(this::lose);
  }

  /** Counts the losses and forgets all: the row was taken. */
  public void commit() {
    for (int i = 0; i < losses.size(); i++) {
      losses.get(i).increment();
    }
    reset();
  }

  /** Forgets all. */
  public void reset() {
    losses.clear();
    reason = null;
    beginPart();
  }

  void reject(String why) {
    row.tell();
    latest = why;
    if (reason == null) {
      reason = why;
    }
  }

  boolean lossesAllowed() {
    return lossesAllowed;
  }

  LossCounters.Counter counter(String what) {
    return counters.counter(column, what);
  }

  /** A value that loses the same thing in several of its parts counts once. */
  void lose(LossCounters.Counter counter) {
    row.tell();
    latestLosses.add(counter);
    if (!losses.contains(counter)) {
      losses.add(counter);
    }
  }
}
