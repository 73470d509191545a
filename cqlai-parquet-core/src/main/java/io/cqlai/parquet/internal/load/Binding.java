package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.cql.BoundStatement;

/** What becomes of a row when it is bound to its statement. */
sealed interface Binding {

  /**
   * A statement to be sent.
   *
   * @param writeTimeMarker the position of the marker of the write time, or −1 without one
   */
  record Ready(BoundStatement statement, int writeTimeMarker) implements Binding {}

  /**
   * A row that the table cannot take.
   *
   * @param cell the position of the cell at fault
   */
  record Unfit(int cell, String reason) implements Binding {}

  /** A row with nothing to write: no counter of it has a number. */
  record Nothing() implements Binding {}
}
