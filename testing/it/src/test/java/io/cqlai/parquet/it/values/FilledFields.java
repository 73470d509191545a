package io.cqlai.parquet.it.values;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.api.core.type.VectorType;
import io.cqlai.parquet.it.readers.Cells;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Values in which a tuple or user-defined type that ends early has its last fields as nulls. To
 * Cassandra both are the same value.
 */
public final class FilledFields {

  private FilledFields() {}

  /** The value with all fields. */
  @Nullable
  public static ByteBuffer of(DataType type, @Nullable ByteBuffer value) {
    if (value == null || !value.hasRemaining() || !CqlParts.hasParts(type)) {
      return value;
    }
    List<ByteBuffer> parts = new ArrayList<>();
    List<CqlParts.Place> places = new ArrayList<>();
    CqlParts.cell(
        type,
        value,
        (place, partType, part) -> {
          places.add(place);
          parts.add(of(partType, part));
          return Cells.none();
        });
    if (type instanceof TupleType || type instanceof UserDefinedType) {
      return CqlBytes.fields(parts);
    }
    if (places.contains(CqlParts.Place.VECTOR_ELEMENT)) {
      return CqlBytes.vector(parts, VectorParts.fixedSize(elementType(type)) == 0);
    }
    return places.contains(CqlParts.Place.KEY) ? CqlBytes.entries(parts) : CqlBytes.elements(parts);
  }

  private static DataType elementType(DataType vector) {
    return ((VectorType) vector).getElementType();
  }
}
