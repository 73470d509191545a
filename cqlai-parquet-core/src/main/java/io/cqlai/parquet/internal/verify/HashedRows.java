package io.cqlai.parquet.internal.verify;

import io.cqlai.parquet.internal.digest.Hash128;

/** Rows of a file by their hashes, which can be gone through as often as is wished. */
public interface HashedRows {

  /** Goes through the rows in their order. */
  void each(Taker taker);

  /** Takes rows. */
  interface Taker {
    /**
     * Takes one row.
     *
     * @param slice the slice of the ring in which it is
     * @param key the hash of its primary key; valid for this call
     * @param row the hash of the row; valid for this call
     */
    void take(int slice, Hash128 key, Hash128 row);
  }
}
