package io.cqlai.parquet.internal.parquet.read;

/**
 * How much a reader holds in memory.
 *
 * @param chunkRows the most rows of a chunk; above 0
 * @param chunkBytes a chunk is closed once its cells have so many bytes; above 0
 * @param windowBytes how many bytes of the file to have read ahead, all columns together
 * @param pageBytes the largest page, in bytes before compression, that is taken into memory; a
 *     larger one ends in OUT_OF_MEMORY
 */
public record ReadLimits(int chunkRows, long chunkBytes, long windowBytes, long pageBytes) {

  /** How many bytes of cells close a chunk by default: 4 MiB. */
  public static final long DEFAULT_CHUNK_BYTES = 4L << 20;

  private static final long MOST_WINDOW_BYTES = 32L << 20;
  private static final long LEAST_PAGE_BYTES = 24L << 20;

  /**
   * Returns limits that suit the JVM's heap.
   *
   * @param chunkRows the most rows of a chunk; above 0
   */
  public static ReadLimits ofRows(int chunkRows) {
    long heap = Runtime.getRuntime().maxMemory();
    return new ReadLimits(
        chunkRows,
        DEFAULT_CHUNK_BYTES,
        Math.min(MOST_WINDOW_BYTES, heap / 32),
        Math.max(LEAST_PAGE_BYTES, heap / 4));
  }
}
