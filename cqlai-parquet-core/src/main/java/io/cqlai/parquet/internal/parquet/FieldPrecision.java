package io.cqlai.parquet.internal.parquet;

import io.cqlai.parquet.internal.digest.KeptPrecision;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** What a field of a file's schema keeps of the values in it. */
public final class FieldPrecision {

  private long timeUnit = 1;
  private boolean numbers;

  private FieldPrecision() {}

  /**
   * Returns what a field keeps, whatever stands in which of its parts. Decimals that are
   * {@linkplain #isExactDecimal exact} keep all: which groups are such, and no user-defined types
   * of such fields, tells the CQL type.
   *
   * @param field a field at the top of a schema
   */
  public static KeptPrecision of(Type field) {
    FieldPrecision precision = new FieldPrecision();
    precision.add(field);
    KeptPrecision.Decimals decimals =
        precision.numbers ? KeptPrecision.Decimals.NUMBER : KeptPrecision.Decimals.NUMBER_AND_SCALE;
    return new KeptPrecision(precision.timeUnit, decimals);
  }

  private void add(Type field) {
    LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      timeUnit =
          switch (time.getUnit()) {
            case MILLIS -> 1_000_000;
            case MICROS -> 1_000;
            case NANOS -> 1;
          };
    }
    numbers |= logical instanceof DecimalLogicalTypeAnnotation;
    if (!field.isPrimitive()) {
      field.asGroupType().getFields().forEach(this::add);
    }
  }

  /** Tells whether a group has the form in which an export writes decimals byte by byte. */
  public static boolean isExactDecimal(GroupType group) {
    return group.getFieldCount() == 2
        && isPlain(group.getType(0), ParquetTypes.UNSCALED, PrimitiveTypeName.BINARY)
        && isPlain(group.getType(1), ParquetTypes.SCALE, PrimitiveTypeName.INT32);
  }

  private static boolean isPlain(Type field, String name, PrimitiveTypeName type) {
    return field.isPrimitive()
        && !field.isRepetition(Type.Repetition.REPEATED)
        && field.getName().equals(name)
        && field.asPrimitiveType().getPrimitiveTypeName() == type;
  }
}
