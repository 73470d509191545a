package io.cqlai.parquet.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.it.readers.CellText;
import io.cqlai.parquet.it.readers.Cells;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as CQL writes them: numbers with units, and one sign before all of them. */
final class DurationNotation {

  private static final Pattern PART = Pattern.compile("(-?\\d+)(y|mo|ms|m|w|d|h|s|us|µs|ns)");

  /** Unit to what it counts, months, days or nanoseconds, and how many of that it is. */
  private static final Map<String, Map.Entry<Integer, Long>> UNITS =
      Map.ofEntries(
          Map.entry("y", Map.entry(0, 12L)),
          Map.entry("mo", Map.entry(0, 1L)),
          Map.entry("w", Map.entry(1, 7L)),
          Map.entry("d", Map.entry(1, 1L)),
          Map.entry("h", Map.entry(2, 3_600_000_000_000L)),
          Map.entry("m", Map.entry(2, 60_000_000_000L)),
          Map.entry("s", Map.entry(2, 1_000_000_000L)),
          Map.entry("ms", Map.entry(2, 1_000_000L)),
          Map.entry("us", Map.entry(2, 1_000L)),
          Map.entry("µs", Map.entry(2, 1_000L)),
          Map.entry("ns", Map.entry(2, 1L)));

  private DurationNotation() {}

  /** The canonical cell of a duration in either form. */
  static JsonNode canonical(String text) {
    boolean signOfAll = text.startsWith("-") && text.indexOf('-', 1) < 0;
    BigInteger[] parts = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    Matcher part = PART.matcher(signOfAll ? text.substring(1) : text);
    int end = 0;
    while (part.lookingAt()) {
      Map.Entry<Integer, Long> unit = UNITS.get(part.group(2));
      BigInteger count =
          new BigInteger(part.group(1)).multiply(BigInteger.valueOf(unit.getValue()));
      parts[unit.getKey()] = parts[unit.getKey()].add(signOfAll ? count.negate() : count);
      end = part.end();
      part.region(end, part.regionEnd());
    }
    if (end == 0 || end < part.regionEnd()) {
      throw new IllegalArgumentException("not a duration: " + text);
    }
    return Cells.text(
        CellText.ofDuration(
            parts[0].longValueExact(), parts[1].longValueExact(), parts[2].longValueExact()));
  }
}
