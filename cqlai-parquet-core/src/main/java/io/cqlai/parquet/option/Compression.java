package io.cqlai.parquet.option;

/** How the pages of a Parquet file are compressed. The default is {@link #SNAPPY}. */
public enum Compression {
  /** Not at all. */
  NONE,
  /** Fast, with a fair ratio. */
  SNAPPY,
  /** Slow, with a good ratio; takes a level from 0 to 9 (default 6). */
  GZIP,
  /** Fast at low levels, with the best ratio; takes a level from 1 to 22 (default 3). */
  ZSTD,
  /** The fastest; written as LZ4_RAW, the form of LZ4 that every reader knows. */
  LZ4
}
