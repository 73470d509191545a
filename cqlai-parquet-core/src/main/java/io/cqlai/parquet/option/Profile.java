package io.cqlai.parquet.option;

/** A named bundle of choices of how CQL types are written. */
public enum Profile {
  /** What most readers expect; the default. A loss, where there can be one, is counted. */
  STANDARD,
  /** Every cell comes back equal by its bytes. */
  MIGRATION,
  /** Only types that Spark reads: no TIME, no UUID. */
  ANALYTICS
}
