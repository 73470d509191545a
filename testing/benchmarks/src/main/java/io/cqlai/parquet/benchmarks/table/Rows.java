package io.cqlai.parquet.benchmarks.table;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Makes the rows of a table, each from its number. */
abstract class Rows {

  private static final long SEED = 20_261_122;

  /** 2024-01-01T00:00:00Z, in milliseconds: the first moment that a row tells of. */
  static final long EPOCH_MILLIS = 1_704_067_200_000L;

  /** Returns the cells of a row. */
  abstract ByteBuffer[] row(long number);

  /** Returns a source of randomness that belongs to a number. */
  static SplittableRandom random(long number) {
    // Sources whose seeds are near each other may run through the same numbers: one shuffles them.
    return new SplittableRandom(new SplittableRandom(SEED ^ number).nextLong());
  }
}
