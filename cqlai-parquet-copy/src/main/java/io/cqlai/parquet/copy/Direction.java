package io.cqlai.parquet.copy;

/** Which way rows go. */
public enum Direction {
  /** Out of Cassandra, by COPY TO. */
  TO,
  /** Into Cassandra, by COPY FROM. */
  FROM;

  /** The statement, as messages name it. */
  @Override
  public String toString() {
    return "COPY " + name();
  }
}
