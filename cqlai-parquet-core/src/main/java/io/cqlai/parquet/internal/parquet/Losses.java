package io.cqlai.parquet.internal.parquet;

/** The names of what values can lose on their way into a file; a plan and a report use the same. */
public final class Losses {

  /** Digits of a time that TIME(MILLIS) has no room for. */
  public static final String BELOW_MILLISECOND = "digits below a millisecond";

  /** Digits of a time that TIME(MICROS) has no room for. */
  public static final String BELOW_MICROSECOND = "digits below a microsecond";

  /** Values of no bytes where the type has no value of no bytes: Cassandra keeps them from null. */
  public static final String ZERO_LENGTH = "zero-length values, written as null";

  private Losses() {}
}
