package io.cqlai.parquet.option;

/** What an import does with a null. The default is {@link #UNSET}. */
public enum Nulls {
  /** Leaves the cell as it is in the table: no tombstone is written. */
  UNSET,
  /** Writes the null, which deletes the cell. */
  DELETE
}
