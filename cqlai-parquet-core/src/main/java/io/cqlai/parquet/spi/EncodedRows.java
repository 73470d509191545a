package io.cqlai.parquet.spi;

import java.io.IOException;

/** Rows that a {@link RowEncoder} has encoded and that wait to be appended to their file. */
public interface EncodedRows {

  /** Returns how many rows these are. */
  long rows();

  /** Takes parts as an encoder completes them. */
  @FunctionalInterface
  interface Taker {

    /**
     * Takes one part, and appends it to the file before it returns.
     *
     * @throws IOException when the target fails
     */
    void take(EncodedRows part) throws IOException;
  }
}
