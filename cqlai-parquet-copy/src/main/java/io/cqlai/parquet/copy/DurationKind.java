package io.cqlai.parquet.copy;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of time from a millisecond to a day; the value is a {@link Duration}. */
final class DurationKind implements OptionKind {

  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})\\s*([A-Za-z]*)");
  private static final Duration LONGEST = Duration.ofDays(1);

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    Matcher span = SPAN.matcher(raw.text().strip());
    if (!span.matches()) {
      throw RefusedValue.wrong(null);
    }
    long count = Long.parseLong(span.group(1));
    Duration duration =
        switch (span.group(2).toLowerCase(Locale.ROOT)) {
          case "ms" -> Duration.ofMillis(count);
          case "", "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> throw RefusedValue.wrong("the units are ms, s, m and h");
        };
    if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw RefusedValue.wrong(null);
    }
    return duration;
  }

  @Override
  public String expected() {
    return "a time from '1ms' to '24h': seconds as a plain number, or such as '500ms', '30s', '2m'";
  }
}
