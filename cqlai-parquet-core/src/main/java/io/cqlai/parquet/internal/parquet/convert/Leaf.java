package io.cqlai.parquet.internal.parquet.convert;

import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * What a conversion has to know of a column of a file.
 *
 * @param scale how many digits of a decimal stand after the point; 0 for anything else
 */
public record Leaf(FileKind kind, PrimitiveTypeName physical, int scale) {

  /** Returns what is to be known of a column. */
  public static Leaf of(PrimitiveType type) {
    int scale =
        type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
            ? decimal.getScale()
            : 0;
    return new Leaf(FileKind.of(type), type.getPrimitiveTypeName(), scale);
  }

  /** Tells whether values are read as bytes. */
  public boolean isBytes() {
    return physical == PrimitiveTypeName.BINARY
        || physical == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY
        || physical == PrimitiveTypeName.INT96;
  }
}
