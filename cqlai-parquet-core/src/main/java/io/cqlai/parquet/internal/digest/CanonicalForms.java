package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.internal.value.DurationText;
import io.cqlai.parquet.internal.value.TimeText;
import io.cqlai.parquet.internal.value.Varints;
import io.cqlai.parquet.internal.value.VectorLayout;
import io.cqlai.parquet.schema.CqlType;
import java.util.List;

/** The table of canonical forms; docs/verify.md has it for users. */
final class CanonicalForms {

  private final KeptPrecision kept;

  private CanonicalForms(KeptPrecision kept) {
    this.kept = kept;
  }

  /** Returns the form of a column's cells. */
  static CanonicalForm ofCell(CqlType type, KeptPrecision kept) {
    return new CanonicalForms(kept).of(type, isOpen(type));
  }

  /** Tells whether Cassandra stores the parts one by one, and holds none of them to be null. */
  private static boolean isOpen(CqlType type) {
    return type instanceof CqlType.ListOf list && !list.frozen()
        || type instanceof CqlType.SetOf set && !set.frozen()
        || type instanceof CqlType.MapOf map && !map.frozen()
        || type instanceof CqlType.UserDefined defined && !defined.frozen();
  }

  private CanonicalForm of(CqlType type, boolean open) {
    if (type instanceof CqlType.Scalar scalar) {
      return scalar(scalar);
    } else if (type instanceof CqlType.ListOf list) {
      return new PartsForm.OfList(type, of(list.element(), false), open);
    } else if (type instanceof CqlType.SetOf || type instanceof CqlType.MapOf) {
      return new DistinctForm(type, parts(type), open);
    } else if (type instanceof CqlType.TupleOf || type instanceof CqlType.UserDefined) {
      return new PartsForm.OfFields(type, parts(type), open);
    } else if (type instanceof CqlType.VectorOf vector) {
      CanonicalForm element = of(vector.element(), false);
      boolean plain = VectorLayout.fixedElementSize(vector.element()).isPresent();
      return plain && element == CanonicalForm.UNLESS_EMPTY
          ? CanonicalForm.UNLESS_EMPTY
          : new PartsForm.OfList(type, element, false);
    }
    return CanonicalForm.AS_IT_IS;
  }

  private List<CanonicalForm> parts(CqlType type) {
    return type.parts().stream().map(part -> of(part, false)).toList();
  }

  private CanonicalForm scalar(CqlType.Scalar type) {
    return switch (type) {
      case ASCII, BLOB, TEXT -> CanonicalForm.AS_IT_IS;
      case BOOLEAN ->
          (value, out) -> {
            out.putByte(value.hasRemaining() && value.get(value.position()) != 0 ? 1 : 0);
            return value.hasRemaining();
          };
      case TIME -> kept.timeUnit() == 1 ? CanonicalForm.UNLESS_EMPTY : time(kept.timeUnit());
      case VARINT ->
          (value, out) -> {
            if (value.hasRemaining()) {
              Varints.put(value, out);
            }
            return value.hasRemaining();
          };
      case DECIMAL -> DecimalForms.of(kept.decimals());
      case DURATION ->
          (value, out) -> {
            out.putBytes(DurationText.minimal(value));
            return value.hasRemaining();
          };
      case BIGINT,
          COUNTER,
          DATE,
          DOUBLE,
          FLOAT,
          INET,
          INT,
          SMALLINT,
          TIMESTAMP,
          TIMEUUID,
          TINYINT,
          UUID ->
          CanonicalForm.UNLESS_EMPTY;
    };
  }

  private static CanonicalForm time(long unit) {
    return (value, out) -> {
      long nanos = value.remaining() == Long.BYTES ? value.getLong(value.position()) : -1;
      if (nanos < 0 || nanos >= TimeText.NANOS_PER_DAY) {
        out.putBytes(value); // no time of day: no file holds it
      } else {
        out.putLong(nanos - nanos % unit);
      }
      return value.hasRemaining();
    };
  }
}
