package io.cqlai.parquet.copy;

/** Which way rows go, and by which statement. */
public enum Direction {
  /** Out of Cassandra, by COPY TO. */
  TO,
  /** Into Cassandra, by COPY FROM. */
  FROM,
  /** Out of Cassandra as queries return them, by CAPTURE. */
  CAPTURE;

  /** The statement, as messages name it. */
  @Override
  public String toString() {
    return this == CAPTURE ? name() : "COPY " + name();
  }
}
