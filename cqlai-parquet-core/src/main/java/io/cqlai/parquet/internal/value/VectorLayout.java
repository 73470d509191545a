package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How the elements of a vector lie in its cell. Elements of a fixed size stand one after the other;
 * all others have their length before them as an unsigned vint ({@link Vints}). There is no count:
 * the type says it. An element is never null.
 *
 * <p>Which types count as fixed is Cassandra's choice ({@code AbstractType.valueLengthIfFixed} in
 * 5.0) and not a matter of size: date, time, smallint, tinyint and counter always have the same
 * size, and yet are written with a length.
 */
public final class VectorLayout {

  private static final String MARSHAL = "org.apache.cassandra.db.marshal.";

  /** Classes that no CQL type stands for, and that a table made through Thrift may use. */
  private static final Map<String, Integer> FIXED_CLASSES =
      Map.of(MARSHAL + "DateType", 8, MARSHAL + "LexicalUUIDType", 16, MARSHAL + "EmptyType", 0);

  private VectorLayout() {}

  /**
   * Returns the size that each element of a vector has, in bytes, or empty where each has a length
   * before it.
   *
   * @param element the type of the elements
   */
  public static OptionalInt fixedElementSize(CqlType element) {
    int size = sizeIfFixed(element);
    return size < 0 ? OptionalInt.empty() : OptionalInt.of(size);
  }

  private static int sizeIfFixed(CqlType element) {
    if (element instanceof CqlType.Scalar scalar) {
      return switch (scalar) {
        case BOOLEAN -> 1;
        case FLOAT, INT -> 4;
        case BIGINT, DOUBLE, TIMESTAMP -> 8;
        case TIMEUUID, UUID -> 16;
        case ASCII,
            BLOB,
            COUNTER,
            DATE,
            DECIMAL,
            DURATION,
            INET,
            SMALLINT,
            TEXT,
            TIME,
            TINYINT,
            VARINT ->
            -1;
      };
    }
    if (element instanceof CqlType.VectorOf vector) {
      int inner = sizeIfFixed(vector.element());
      return inner < 0 ? -1 : Math.multiplyExact(inner, vector.dimensions());
    }
    if (element instanceof CqlType.Custom custom) {
      return FIXED_CLASSES.getOrDefault(custom.className(), -1);
    }
    return -1;
  }
}
