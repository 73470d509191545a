package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.TimeText;
import java.time.DateTimeException;
import java.time.Instant;

/** Text that says a date, a time of day or a point in time, as ISO 8601 has them. */
final class TextTimes {

  private static final int LONGEST = 60;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private TextTimes() {}

  private static String bounded(ByteSlice bytes) {
    return bytes.length <= LONGEST ? bytes.text() : "";
  }

  /** Into a date. */
  static final class ToDate extends TextConverter {
    ToDate(ValueIssues issues) {
      super(issues, "a date of the form yyyy-mm-dd");
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      long day;
      try {
        day = TimeText.date(bounded(bytes)).toEpochDay();
      } catch (DateTimeException e) {
        return none(bytes.text());
      }
      if (day != (int) day) {
        return issues.reject(bytes.text() + " is out of the range of date");
      }
      out.putInt((int) day ^ Integer.MIN_VALUE);
      return true;
    }
  }

  /** Into a time of day. */
  static final class ToTime extends TextConverter {
    ToTime(ValueIssues issues) {
      super(issues, "a time of the form hh:mm:ss[.fffffffff]");
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      try {
        out.putLong(TimeText.time(bounded(bytes)).toNanoOfDay());
        return true;
      } catch (DateTimeException e) {
        return none(bytes.text());
      }
    }
  }

  /** Into a timestamp. */
  static final class ToTimestamp extends TextConverter {
    ToTimestamp(ValueIssues issues) {
      super(issues, "a time of the form yyyy-mm-ddThh:mm:ss[.fff][zone]");
    }

    @Override
    boolean put(ByteSlice bytes, CellWriter out) {
      Instant instant;
      long millis;
      try {
        instant = TimeText.instant(bounded(bytes));
        millis = instant.toEpochMilli();
      } catch (DateTimeException | ArithmeticException e) {
        return none(bytes.text());
      }
      if (instant.getNano() % NANOS_PER_MILLI != 0
          && !issues.lose(InstantConverter.BELOW_MILLISECOND, bytes.text())) {
        return false;
      }
      out.putLong(millis);
      return true;
    }
  }
}
