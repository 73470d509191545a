package io.cqlai.parquet.it.cqlsh;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of our CSV cqlsh's COPY FROM does not read as it is meant, and what it says of it. */
enum ReadingLimit {
  /** Bytes that are no ordinary value of their type; a literal of CQL has them for blobs alone. */
  BYTES(
      "0x",
      "is not of type",
      "Invalid HEX constant",
      "Unable to parse a date/time from '0x'",
      "Unable to make inet address from '0x'"),
  NULL_IN_COLLECTION("\\bnull\\b", "null is not supported inside collections"),
  TIME_BEYOND_A_DAY("-1|86400000000000", "Unable to make long (for time) from"),
  LEAST_DURATION("-178956970y8mo|-2562047h47m16s854ms775us808ns", "Invalid duration."),
  LEAST_SCALE("1E\\+2147483648", "Failed parsing statement"),
  /** An address of IPv4 that is mapped to IPv6 becomes one of IPv4. */
  MAPPED_ADDRESS("::ffff:127\\.0\\.0\\.1"),
  /** The elements of a set within another value come in order. */
  ORDER_WITHIN("\\b(of|key field 1 of) (all|many)\\b");

  private final Pattern text;
  private final List<String> messages;

  ReadingLimit(String text, String... messages) {
    this.text = Pattern.compile(text);
    this.messages = List.of(messages);
  }

  /**
   * Finds what explains that a row is refused.
   *
   * @param row its fields, with the key
   */
  static Optional<ReadingLimit> ofRefusal(String row, String message) {
    return Stream.of(values())
        .filter(limit -> limit.messages.stream().anyMatch(message::contains))
        .filter(limit -> limit.text.matcher(row).find())
        .findFirst();
  }

  /** Finds what explains that a row that was taken is another one. */
  static Optional<ReadingLimit> ofChange(String row) {
    return Stream.of(values())
        .filter(limit -> limit.messages.isEmpty())
        .filter(limit -> limit.text.matcher(row).find())
        .findFirst();
  }
}
