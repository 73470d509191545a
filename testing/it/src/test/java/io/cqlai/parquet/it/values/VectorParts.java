package io.cqlai.parquet.it.values;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.VectorType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The elements of a vector's bytes. */
final class VectorParts {

  /** The types whose valueLengthIfFixed() in Cassandra 5.0 says a length. */
  private static final Map<DataType, Integer> FIXED =
      Map.of(
          DataTypes.BOOLEAN, 1,
          DataTypes.INT, 4,
          DataTypes.FLOAT, 4,
          DataTypes.BIGINT, 8,
          DataTypes.DOUBLE, 8,
          DataTypes.TIMESTAMP, 8,
          DataTypes.UUID, 16,
          DataTypes.TIMEUUID, 16);

  private VectorParts() {}

  static List<ByteBuffer> of(VectorType type, ByteBuffer value) {
    int fixed = fixedSize(type.getElementType());
    List<ByteBuffer> elements = new ArrayList<>();
    for (int left = type.getDimensions(); left > 0; left--) {
      int length = fixed > 0 ? fixed : (int) unsignedVint(value);
      elements.add(value.slice(value.position(), length));
      value.position(value.position() + length);
    }
    return elements;
  }

  /** How many bytes each value has, or 0 where that varies. */
  static int fixedSize(DataType type) {
    return type instanceof VectorType vector
        ? vector.getDimensions() * fixedSize(vector.getElementType())
        : FIXED.getOrDefault(type, 0);
  }

  /** The ones that lead the first byte say how many bytes follow it. */
  static long unsignedVint(ByteBuffer value) {
    int first = value.get() & 0xff;
    int extra = Integer.numberOfLeadingZeros(~(first << 24));
    long result = extra >= 8 ? 0 : first & 0xff >> extra;
    for (int i = 0; i < extra; i++) {
      result = result << 8 | value.get() & 0xff;
    }
    return result;
  }
}
