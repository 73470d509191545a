package io.cqlai.parquet.copy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole number in a range, with units that multiply it; the value is a {@code Long}. */
final class NumberKind implements OptionKind {

  private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,30})\\s*([A-Za-z]*)");
  private static final Pattern HEX = Pattern.compile("-?0[xX].*");
  private static final Map<String, Long> NONE = Map.of();
  private static final Map<String, Long> ROWS = Map.of("K", 1_000L, "M", 1_000_000L);
  private static final Map<String, Long> BYTES =
      Map.of(
          "KB",
          1_000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L,
          "KIB",
          1L << 10,
          "MIB",
          1L << 20,
          "GIB",
          1L << 30);

  private final long least;
  private final long greatest;
  private final Map<String, Long> units;
  private final String expected;

  private NumberKind(long least, long greatest, Map<String, Long> units, String expected) {
    this.least = least;
    this.greatest = greatest;
    this.units = units;
    this.expected = expected;
  }

  /** A plain number. */
  static NumberKind number(long least, long greatest) {
    return new NumberKind(least, greatest, NONE, "a whole number" + range(least, greatest));
  }

  /** A number of rows, where K stands for thousands and M for millions. */
  static NumberKind rows(long least, long greatest) {
    return new NumberKind(
        least,
        greatest,
        ROWS,
        "a number of rows" + range(least, greatest) + ", such as 50000, '50K' or '1M'");
  }

  /** A number of rows as {@link #rows}, or −1 for all of them. */
  static NumberKind rowsOrAll() {
    return new NumberKind(
        -1,
        Long.MAX_VALUE,
        ROWS,
        "a number of rows from 0, such as 50000, '50K' or '1M', or -1 for no limit");
  }

  /** A number of bytes, with the units of SI (powers of 1000) and IEC (powers of 1024). */
  static NumberKind bytes(long least, long greatest) {
    return new NumberKind(
        least,
        greatest,
        BYTES,
        "a number of bytes" + range(least, greatest) + ", such as 67108864, '64MB' or '64MiB'");
  }

  /** The same numbers under another description, for what has a meaning of its own. */
  NumberKind described(String description) {
    return new NumberKind(least, greatest, units, description);
  }

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    String text = raw.text().strip();
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      boolean hex = HEX.matcher(text).matches();
      throw RefusedValue.wrong(hex ? "write the number with the digits 0 to 9" : null);
    }
    String unit = number.group(2).toUpperCase(Locale.ROOT);
    Long factor = unit.isEmpty() ? Long.valueOf(1) : units.get(unit);
    if (factor == null) {
      throw RefusedValue.wrong(null);
    }
    BigInteger value = new BigInteger(number.group(1)).multiply(BigInteger.valueOf(factor));
    if (value.compareTo(BigInteger.valueOf(least)) < 0
        || value.compareTo(BigInteger.valueOf(greatest)) > 0) {
      throw RefusedValue.wrong(null);
    }
    return value.longValueExact();
  }

  @Override
  public String expected() {
    return expected;
  }

  private static String range(long least, long greatest) {
    return greatest == Long.MAX_VALUE
        ? " from " + grouped(least)
        : " from " + grouped(least) + " to " + grouped(greatest);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
