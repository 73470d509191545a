package io.cqlai.parquet.it.values;

import com.datastax.oss.driver.api.core.type.CustomType;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.VectorType;
import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.it.readers.CellText;
import io.cqlai.parquet.it.readers.Cells;
import java.nio.ByteBuffer;
import javax.annotation.Nullable;

/**
 * {@linkplain Cells Cells} out of CQL's bytes. A zero-length value of a type that has none is the
 * text {@value #ZERO_LENGTH}.
 */
public final class CqlCells {

  /** The cell of a value of no bytes where the type has no such value. */
  public static final String ZERO_LENGTH = "zero-length";

  private CqlCells() {}

  /** The cell of a value; null is the null cell. */
  public static JsonNode of(DataType type, @Nullable ByteBuffer bytes) {
    if (bytes == null) {
      return Cells.none();
    }
    if (!bytes.hasRemaining() && !isBytes(type)) {
      return Cells.text(ZERO_LENGTH);
    }
    return CqlParts.hasParts(type)
        ? CqlParts.cell(type, bytes, (place, partType, part) -> of(partType, part))
        : Cells.text(ScalarCells.text(type, bytes.slice()));
  }

  /** Whether no bytes at all are a value of the type like any other. */
  public static boolean isBytes(DataType type) {
    return type.equals(DataTypes.TEXT)
        || type.equals(DataTypes.ASCII)
        || type.equals(DataTypes.BLOB)
        || isOpaque(type);
  }

  /** Whether only the server knows what the type's bytes mean. */
  static boolean isOpaque(DataType type) {
    return type instanceof CustomType
        && !(type instanceof VectorType)
        && !type.equals(DataTypes.DURATION);
  }

  /** Bytes as {@code 0x…}. */
  static String hex(ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.get(value.position(), bytes);
    return CellText.ofBytes(bytes);
  }
}
