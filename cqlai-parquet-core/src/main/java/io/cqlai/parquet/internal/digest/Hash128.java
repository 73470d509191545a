package io.cqlai.parquet.internal.digest;

/** A hash of 128 bits. */
public interface Hash128 {

  /** Returns the upper half. */
  long high();

  /** Returns the lower half. */
  long low();

  /** Returns it as a value that stays as it is. */
  default Fixed fixed() {
    return new Fixed(high(), low());
  }

  /** A hash that stays as it is. */
  record Fixed(long high, long low) implements Hash128 {}
}
