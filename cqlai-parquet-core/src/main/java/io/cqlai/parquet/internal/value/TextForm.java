package io.cqlai.parquet.internal.value;

/**
 * How text is written where there is a choice.
 *
 * @param timestamps how a timestamp is written
 * @param missingField how a null within a user-defined type is written
 * @param inexact how values are written that CQL has no exact text for
 */
public record TextForm(Timestamps timestamps, String missingField, Inexact inexact) {

  /** As CQL and ISO 8601 have it. */
  public static final TextForm CQL = new TextForm(Timestamps.ISO, "null", Inexact.AS_VALUE);

  /** Tells whether a value may be written as one that it looks like. */
  boolean isLoose() {
    return inexact == Inexact.AS_VALUE;
  }

  /**
   * Ways to write what looks like another value: odd NaNs, numbers of more bytes than they need, a
   * true that is not 1, tuples that end early or have no bytes.
   */
  public enum Inexact {
    /** As the value that they look like: {@code NaN}, {@code true}, and nulls. */
    AS_VALUE,
    /** So that the bytes come back: as {@code 0x…}, and with the fields that there are. */
    AS_BYTES
  }

  /** Ways to write a timestamp, all of them in UTC. */
  public enum Timestamps {
    /** {@code 2024-02-29T12:34:56.789Z}, with a sign before years beyond 9999. */
    ISO,
    /** {@code 2024-02-29 12:34:56.789+0000}, and milliseconds outside the years 1583 to 9999. */
    CQLSH
  }
}
