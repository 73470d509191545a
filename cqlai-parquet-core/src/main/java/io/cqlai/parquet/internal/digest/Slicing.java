package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.row.RowView;

/** Which rows have a digest of their own. Safe for use by several threads. */
public interface Slicing {

  /** One slice for all rows. */
  Slicing NONE =
      new Slicing() {
        @Override
        public int count() {
          return 1;
        }

        @Override
        public int of(RowView row) {
          return 0;
        }
      };

  /** Returns how many slices there are. */
  int count();

  /** Returns the slice of a row, from 0. */
  int of(RowView row);
}
