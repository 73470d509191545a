package io.cqlai.parquet.internal.run;

import io.cqlai.parquet.internal.scan.Scan;
import io.cqlai.parquet.internal.scan.ScanUnit;
import javax.annotation.Nullable;

/** A scan that is going on, of a unit or of a part of it. Guarded by the lock of its feed. */
final class Reading {

  private final Scan scan;
  private final Unit unit;
  private int untaken;
  private boolean beingTaken;
  private int mostRows = Integer.MAX_VALUE;
  @Nullable private Runnable whenTaken;

  /** A unit of the plan, which may be read by several scans. */
  static final class Unit {
    private final ScanUnit planned;
    private int scans;
    private int pages;

    Unit(ScanUnit planned) {
      this.planned = planned;
    }

    ScanUnit planned() {
      return planned;
    }

    void scansBegin(int count) {
      scans += count;
    }

    void scanEnds() {
      scans--;
    }

    void pageWaits() {
      pages++;
    }

    void pageIsEncoded() {
      pages--;
    }

    /** Tells whether the server has given all of it. */
    boolean isRead() {
      return scans == 0;
    }

    /** Tells whether all that the server gave has been encoded. */
    boolean isDone() {
      return scans == 0 && pages == 0;
    }
  }

  Reading(Scan scan, Unit unit) {
    this.scan = scan;
    this.unit = unit;
  }

  Scan scan() {
    return scan;
  }

  Unit unit() {
    return unit;
  }

  /** Returns the most rows that its next page may have. */
  int mostRows() {
    return mostRows;
  }

  /** Learns that a page of so many rows was too much; those of this scan stay below it. */
  void askForLess(int rows) {
    mostRows = Math.max(1, rows / 4);
  }

  /** Counts a page that waits for a thread to take its rows. */
  void pageWaits() {
    untaken++;
    unit.pageWaits();
  }

  /** Tells whether a thread takes the rows of a page: those of the next one are to follow them. */
  boolean isBeingTaken() {
    return beingTaken;
  }

  void beginTaking() {
    beingTaken = true;
  }

  void endTaking() {
    beingTaken = false;
    untaken--;
    Runnable waiting = whenTaken;
    if (untaken == 0 && waiting != null) {
      whenTaken = null;
      waiting.run();
    }
  }

  /** Runs something as soon as the rows of all pages that came have been taken: perhaps now. */
  void whenAllTaken(Runnable action) {
    if (untaken == 0) {
      action.run();
    } else {
      whenTaken = action;
    }
  }
}
