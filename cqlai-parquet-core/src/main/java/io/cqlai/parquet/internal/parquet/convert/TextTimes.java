package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.parquet.page.ByteSlice;
import io.cqlai.parquet.internal.value.CellWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Text that says a date, a time of day or a point in time, as ISO 8601 has them. */
final class TextTimes {

  private static final int LONGEST = 60;
  private static final int NANOS_PER_MILLI = 1_000_000;

  /** A blank may stand for the T, the time be left out, and the zone: it is UTC then. */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalEnd()
          .optionalStart()
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalEnd()
          .appendPattern("[XXXXX][XXXX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

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
        day = LocalDate.parse(bounded(bytes)).toEpochDay();
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
        out.putLong(LocalTime.parse(bounded(bytes)).toNanoOfDay());
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
        TemporalAccessor parsed = TIMESTAMP.parse(bounded(bytes));
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneOffset zone = parsed.query(TemporalQueries.offset());
        instant =
            date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .toInstant(zone == null ? ZoneOffset.UTC : zone);
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
