package io.cqlai.parquet.copy;

/** A COPY in either direction. */
public sealed interface CopyStatement extends Statement permits CopyTo, CopyFrom {

  /** What stands after WITH; empty without it. */
  Options options();
}
