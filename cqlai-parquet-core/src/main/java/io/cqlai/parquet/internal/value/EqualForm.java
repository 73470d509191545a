package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;

/**
 * One form for all values of a type that Cassandra's order takes as equal: 1.0 and 1.00 as
 * decimals, and all NaNs. Parts of values are brought into that form too.
 */
final class EqualForm {

  /** A longer decimal is far beyond what stands for an amount: its bytes have to do. */
  private static final int LONGEST = 1_000;

  private EqualForm() {}

  /** Tells whether a type has values that are equal and differ in their bytes. */
  static boolean isNeeded(CqlType type) {
    if (type instanceof CqlType.Scalar scalar) {
      return scalar == CqlType.Scalar.DECIMAL
          || scalar == CqlType.Scalar.FLOAT
          || scalar == CqlType.Scalar.DOUBLE;
    }
    return type.parts().stream().anyMatch(EqualForm::isNeeded);
  }

  /** Returns the form of a value; bytes that are none of its type are their own. */
  static ByteBuffer of(CqlType type, ByteBuffer value) {
    try {
      return ofParts(type, value);
    } catch (IndexOutOfBoundsException beyondTheValue) {
      return value;
    }
  }

  private static ByteBuffer ofParts(CqlType type, ByteBuffer value) {
    if (type instanceof CqlType.Scalar scalar) {
      return scalar(scalar, value);
    } else if (type.parts().isEmpty()) {
      return value;
    }
    boolean fields = type instanceof CqlType.TupleOf || type instanceof CqlType.UserDefined;
    int most = fields ? CellParts.fieldsIn(type, value) : Integer.MAX_VALUE;
    CellWriter out = new CellWriter(value.remaining() + Integer.BYTES);
    int[] count = {0};
    int mark = out.beginCollection();
    CellParts.each(
        type,
        value,
        (index, partType, part) -> {
          if (index < most) {
            out.putValue(part == null ? null : of(partType, part));
            count[0]++;
          }
          return index < most;
        });
    out.endCollection(mark, count[0]);
    return out.toBuffer();
  }

  private static ByteBuffer scalar(CqlType.Scalar type, ByteBuffer value) {
    return switch (type) {
      case DECIMAL -> {
        ByteBuffer form = Decimals.withoutZeros(value, LONGEST);
        yield form == null ? value : form;
      }
      case FLOAT -> {
        boolean isNaN = value.remaining() == 4 && Float.isNaN(value.getFloat(value.position()));
        yield isNaN ? ByteBuffer.allocate(4).putFloat(0, Float.NaN) : value;
      }
      case DOUBLE -> {
        boolean isNaN = value.remaining() == 8 && Double.isNaN(value.getDouble(value.position()));
        yield isNaN ? ByteBuffer.allocate(8).putDouble(0, Double.NaN) : value;
      }
      default -> value;
    };
  }
}
