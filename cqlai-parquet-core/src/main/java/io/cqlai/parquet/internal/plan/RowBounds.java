package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.RowSchema;
import java.util.EnumSet;
import java.util.Set;

/** Tells whether the size of a row has a bound, so that a full page of them is safe to ask for. */
final class RowBounds {

  private static final Set<Scalar> UNBOUNDED =
      EnumSet.of(Scalar.ASCII, Scalar.BLOB, Scalar.DECIMAL, Scalar.TEXT, Scalar.VARINT);

  /** The most bytes of a cell that is still taken as small. */
  private static final int SMALL = 1_024;

  private RowBounds() {}

  static boolean areBounded(RowSchema rows) {
    return rows.columns().stream().map(Column::type).allMatch(RowBounds::isBounded);
  }

  private static boolean isBounded(CqlType type) {
    if (type instanceof Scalar scalar) {
      return !UNBOUNDED.contains(scalar);
    } else if (type instanceof CqlType.VectorOf vector) {
      return isBounded(vector.element()) && vector.dimensions() <= SMALL / 16;
    } else if (type instanceof CqlType.TupleOf || type instanceof CqlType.UserDefined) {
      return type.parts().stream().allMatch(RowBounds::isBounded);
    }
    return false;
  }
}
