package io.cqlai.parquet.benchmarks.table;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Rows of twelve scalars: some columns repeat a few values, most do not. */
final class FlatRows extends Rows {

  private static final int CITIES = 200;
  private static final int DAYS = 730;
  private static final long TWO_YEARS_MILLIS = DAYS * 86_400_000L;
  private static final int FIRST_DAY = 19_723;

  @Override
  ByteBuffer[] row(long number) {
    SplittableRandom random = random(number);
    return new ByteBuffer[] {
      Cells.ofLong(number),
      Cells.ofInt(random.nextInt(1_000_000)),
      Cells.ofLong(random.nextLong()),
      Cells.ofDouble(random.nextDouble() * 1_000),
      Cells.ofFloat((float) random.nextDouble()),
      Cells.ofBoolean(random.nextInt(4) > 0),
      Cells.ofText("customer number " + random.nextInt(100_000_000)),
      Cells.ofText("city " + random.nextInt(CITIES)),
      Cells.ofLong(EPOCH_MILLIS + random.nextLong(TWO_YEARS_MILLIS)),
      Cells.ofDay(FIRST_DAY + random.nextInt(DAYS)),
      Cells.ofRandomUuid(random),
      Cells.ofDecimal(random.nextInt(100, 10_000_000), 2)
    };
  }
}
