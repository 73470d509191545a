package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One form for all values of a type that Cassandra's order takes as equal: 1.0 and 1.00 as
 * decimals, and all NaNs. Parts of values are brought into that form too.
 */
final class EqualForm {

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
    }
    List<CqlType> parts = type.parts();
    if (parts.isEmpty()) {
      return value;
    }
    CellWriter out = new CellWriter(value.remaining() + 1);
    if (type instanceof CqlType.VectorOf vector) {
      vector(vector, value, out);
    } else {
      boolean counted = !(type instanceof CqlType.TupleOf || type instanceof CqlType.UserDefined);
      int at = value.position();
      if (counted) {
        out.putInt(value.getInt(at));
        at += Integer.BYTES;
      }
      for (int i = 0; at < value.limit(); i++) {
        at = part(parts.get(i % parts.size()), value, at, out);
      }
    }
    return out.toBuffer();
  }

  private static int part(CqlType type, ByteBuffer value, int at, CellWriter out) {
    int length = value.getInt(at);
    if (length < 0) {
      out.putNull();
      return at + Integer.BYTES;
    }
    out.putValue(of(type, value.slice(at + Integer.BYTES, length)));
    return at + Integer.BYTES + length;
  }

  private static void vector(CqlType.VectorOf type, ByteBuffer value, CellWriter out) {
    int fixed = VectorLayout.fixedElementSize(type.element()).orElse(-1);
    int at = value.position();
    while (at < value.limit()) {
      int length = fixed;
      if (fixed < 0) {
        length = (int) Vints.readUnsigned(value, at);
        at += Vints.unsignedSize(length);
      }
      out.putValue(of(type.element(), value.slice(at, length)));
      at += length;
    }
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
