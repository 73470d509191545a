package io.cqlai.parquet.internal.digest;

/**
 * How much of the values of a column a file keeps, where that depends on the file.
 *
 * @param timeUnit the unit of times of day, in nanoseconds: what is below it is not kept
 * @param decimals what is kept of decimals
 */
public record KeptPrecision(long timeUnit, Decimals decimals) {

  /** All that text keeps, and all fields without times or decimals. */
  public static final KeptPrecision FULL = new KeptPrecision(1, Decimals.NUMBER_AND_SCALE);

  /** Every byte of times and decimals. */
  public static final KeptPrecision EVERY_BYTE = new KeptPrecision(1, Decimals.BYTES);

  /** Returns this precision with every byte of decimals. */
  public KeptPrecision ofExactDecimals() {
    return new KeptPrecision(timeUnit, Decimals.BYTES);
  }

  /** What is kept of decimals. */
  public enum Decimals {
    /** Every byte. */
    BYTES,
    /** The number and its scale: 1.0 is not 1.00. */
    NUMBER_AND_SCALE,
    /** The number: 1.0 is 1.00. */
    NUMBER
  }
}
