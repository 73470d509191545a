package io.cqlai.parquet.progress;

/** What a request of a transfer is for. */
public enum RequestKind {
  /** A page of rows is read. */
  PAGE,
  /** One row is written. */
  WRITE,
  /** Several rows of the same replicas are written. */
  BATCH,
  /** A row is read at the serial level, because the answer to its conditional write was lost. */
  READ_BACK
}
