package io.cqlai.parquet.option;

/** What happens when the target of an export exists. The default for a file is {@link #REPLACE}. */
public enum IfExists {
  /** The new file takes its place at the moment it is complete, and not before. */
  REPLACE,
  /** The export is refused, and what exists stays as it is. */
  ERROR
}
