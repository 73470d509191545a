package io.cqlai.parquet.it.matrix;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.cqlai.parquet.it.readers.Cells;
import io.cqlai.parquet.it.values.CqlParts;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * The values that each of the independent readers can hold. DuckDB refuses a whole file for one
 * value beyond: an instant whose microseconds do not fit 64 bits, or a time of no day, which
 * Cassandra stores although it is none.
 */
final class ReaderRange {

  private static final long MOST_MILLIS = Long.MAX_VALUE / 1_000;
  private static final long NANOS_OF_DAY = 86_400_000_000_000L;

  private ReaderRange() {}

  static boolean holds(DataType type, @Nullable ByteBuffer value) {
    if (value == null || !value.hasRemaining()) {
      return true;
    }
    if (CqlParts.hasParts(type)) {
      boolean[] all = {true};
      CqlParts.cell(
          type,
          value,
          (place, partType, part) -> {
            all[0] &= holds(partType, part);
            return Cells.none();
          });
      return all[0];
    }
    if (type.equals(DataTypes.TIMESTAMP)) {
      long millis = value.getLong(value.position());
      return millis > -MOST_MILLIS && millis < MOST_MILLIS;
    }
    if (type.equals(DataTypes.TIME)) {
      long nanos = value.getLong(value.position());
      return nanos >= 0 && nanos < NANOS_OF_DAY;
    }
    return true;
  }
}
