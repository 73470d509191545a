package io.cqlai.parquet.internal.value;

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
public final class TimeText {

  /** A time of day is 0 or more, and less than this. */
  public static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private static final int LONGEST = 60;

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

  private TimeText() {}

  /**
   * Reads a date of the form {@code yyyy-mm-dd}.
   *
   * @throws DateTimeException when it is none
   */
  public static LocalDate date(String text) {
    return LocalDate.parse(bounded(text));
  }

  /**
   * Reads a time of the form {@code hh:mm:ss[.fffffffff]}.
   *
   * @throws DateTimeException when it is none
   */
  public static LocalTime time(String text) {
    return LocalTime.parse(bounded(text));
  }

  /**
   * Reads a time of the form {@code yyyy-mm-ddThh:mm:ss[.fff][zone]}.
   *
   * @throws DateTimeException when it is none
   */
  public static Instant instant(String text) {
    TemporalAccessor parsed = TIMESTAMP.parse(bounded(text));
    LocalDate date = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneOffset zone = parsed.query(TemporalQueries.offset());
    return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
        .toInstant(zone == null ? ZoneOffset.UTC : zone);
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : "";
  }
}
