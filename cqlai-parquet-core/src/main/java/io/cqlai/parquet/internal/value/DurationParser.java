package io.cqlai.parquet.internal.value;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one duration; see {@link DurationText}. Sums are kept as negative numbers, whose range is
 * larger by the one value that a negative duration may end in.
 */
final class DurationParser {

  private static final Pattern BASIC =
      Pattern.compile("(\\d+)(y|mo|w|d|h|ms|us|\u00b5s|ns|m|s)", Pattern.CASE_INSENSITIVE);
  private static final List<String> BASIC_UNITS =
      List.of("y", "mo", "w", "d", "h", "m", "s", "ms", "us", "ns");
  private static final Pattern ISO =
      Pattern.compile(
          "P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
  private static final Pattern ISO_WEEKS = Pattern.compile("P(\\d+)W");
  private static final Pattern ISO_ALTERNATIVE =
      Pattern.compile("P(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})");
  private static final String[] ISO_UNITS = {"y", "mo", "d", "h", "m", "s"};

  private final String text;
  private final boolean negative;
  private long months;
  private long days;
  private long nanos;

  DurationParser(String text) {
    this.negative = text.startsWith("-");
    this.text = negative ? text.substring(1) : text;
  }

  boolean parse() {
    try {
      return readAll()
          && fits(months, Integer.MIN_VALUE)
          && fits(days, Integer.MIN_VALUE)
          && fits(nanos, Long.MIN_VALUE);
    } catch (ArithmeticException tooLarge) {
      return false;
    }
  }

  int months() {
    return (int) signed(months);
  }

  int days() {
    return (int) signed(days);
  }

  long nanos() {
    return signed(nanos);
  }

  private boolean readAll() {
    if (!text.startsWith("P")) {
      return basic();
    }
    Matcher weeks = ISO_WEEKS.matcher(text);
    if (weeks.matches()) {
      add(weeks.group(1), "w");
      return true;
    }
    return groups(ISO_ALTERNATIVE.matcher(text)) || groups(ISO.matcher(text));
  }

  /** Reads CQL's own notation: each unit at most once, the larger before the smaller. */
  private boolean basic() {
    Matcher part = BASIC.matcher(text);
    int end = 0;
    int last = -1;
    while (end < text.length()) {
      if (!part.find() || part.start() != end) {
        return false;
      }
      String unit = part.group(2).toLowerCase(Locale.ROOT).replace('\u00b5', 'u');
      int place = BASIC_UNITS.indexOf(unit);
      if (place <= last) {
        return false;
      }
      add(part.group(1), unit);
      last = place;
      end = part.end();
    }
    return last >= 0;
  }

  private boolean groups(Matcher iso) {
    if (!iso.matches()) {
      return false;
    }
    boolean any = false;
    for (int i = 0; i < ISO_UNITS.length; i++) {
      if (iso.group(i + 1) != null) {
        add(iso.group(i + 1), ISO_UNITS[i]);
        any = true;
      }
    }
    return any && !text.endsWith("T");
  }

  private void add(String digits, String unit) {
    switch (unit) {
      case "y" -> months = sum(months, digits, 12);
      case "mo" -> months = sum(months, digits, 1);
      case "w" -> days = sum(days, digits, 7);
      case "d" -> days = sum(days, digits, 1);
      case "h" -> nanos = sum(nanos, digits, 3_600_000_000_000L);
      case "m" -> nanos = sum(nanos, digits, 60_000_000_000L);
      case "s" -> nanos = sum(nanos, digits, 1_000_000_000L);
      case "ms" -> nanos = sum(nanos, digits, 1_000_000L);
      case "us" -> nanos = sum(nanos, digits, 1_000L);
      case "ns" -> nanos = sum(nanos, digits, 1L);
      default -> throw new IllegalArgumentException(unit);
    }
  }

  private static long sum(long soFar, String digits, long unit) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      value = Math.subtractExact(Math.multiplyExact(value, 10L), digits.charAt(i) - '0');
    }
    return Math.addExact(soFar, Math.multiplyExact(value, unit));
  }

  private boolean fits(long sum, long least) {
    return sum > least || sum == least && negative;
  }

  private long signed(long sum) {
    return negative ? sum : -sum;
  }
}
