package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ValueDecoder;
import io.cqlai.parquet.internal.value.CellWriter;
import java.time.Instant;

/** Timestamps and dates of a file as CQL's. */
abstract class InstantConverter implements ValueConverter {

  /** What is lost where a time is finer than a timestamp. */
  static final String BELOW_MILLISECOND = "digits below a millisecond";

  /** What is lost where a point in time becomes a date. */
  static final String TIME_OF_DAY = "the time of day";

  /** What is lost where a point in time becomes a time of day. */
  static final String DATE = "the date";

  private static final long MILLIS_PER_DAY = 86_400_000;
  private static final int NANOS_PER_MILLI = 1_000_000;

  final InstantSource at;
  final ValueIssues issues;

  InstantConverter(Leaf leaf, ValueIssues issues) {
    this.at = InstantSource.of(leaf);
    this.issues = issues;
  }

  @Override
  public final boolean convert(ValueDecoder in, CellWriter out) {
    at.read(in);
    return put(out);
  }

  abstract boolean put(CellWriter out);

  final Instant instant() {
    return Instant.ofEpochMilli(at.millis).plusNanos(at.nanos);
  }

  /** Into a timestamp. */
  static final class ToTimestamp extends InstantConverter {
    ToTimestamp(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(CellWriter out) {
      if (at.nanos != 0 && !issues.lose(BELOW_MILLISECOND, instant())) {
        return false;
      }
      out.putLong(at.millis);
      return true;
    }
  }

  /** Into the date in UTC. */
  static final class ToDate extends InstantConverter {
    ToDate(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(CellWriter out) {
      long day = Math.floorDiv(at.millis, MILLIS_PER_DAY);
      boolean midnight = at.nanos == 0 && Math.floorMod(at.millis, MILLIS_PER_DAY) == 0;
      if (!midnight && !issues.lose(TIME_OF_DAY, instant())) {
        return false;
      }
      if (day != (int) day) {
        return issues.reject(instant() + " is out of the range of date");
      }
      out.putInt((int) day ^ Integer.MIN_VALUE);
      return true;
    }
  }

  /** Into the time of day in UTC. */
  static final class ToTime extends InstantConverter {
    ToTime(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(CellWriter out) {
      if (!issues.lose(DATE, instant())) {
        return false;
      }
      out.putLong(Math.floorMod(at.millis, MILLIS_PER_DAY) * NANOS_PER_MILLI + at.nanos);
      return true;
    }
  }

  /** Into text as ISO 8601 has it, in UTC. */
  static final class ToText extends InstantConverter {
    ToText(Leaf leaf, ValueIssues issues) {
      super(leaf, issues);
    }

    @Override
    boolean put(CellWriter out) {
      out.putText(instant().toString());
      return true;
    }
  }
}
