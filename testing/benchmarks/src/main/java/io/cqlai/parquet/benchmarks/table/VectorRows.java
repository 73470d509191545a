package io.cqlai.parquet.benchmarks.table;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Embeddings with a label. */
final class VectorRows extends Rows {

  /** The number of elements of each vector. */
  static final int DIMENSIONS = 64;

  private static final int LABELS = 1_000;

  @Override
  ByteBuffer[] row(long number) {
    SplittableRandom random = random(number);
    ByteBuffer vector = ByteBuffer.allocate(DIMENSIONS * Float.BYTES);
    for (int i = 0; i < DIMENSIONS; i++) {
      vector.putFloat((float) random.nextDouble(-1, 1));
    }
    return new ByteBuffer[] {
      Cells.ofLong(number), Cells.ofText("label " + random.nextInt(LABELS)), vector.flip()
    };
  }
}
