package io.cqlai.parquet.internal.parquet.convert;

import javax.annotation.Nullable;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.BsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.GeographyLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.GeometryLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntervalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * What the values of a Parquet column mean, as its physical and its logical type say together.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">Parquet
 *     Logical Type Definitions</a>
 */
public enum FileKind {
  BOOLEAN("BOOLEAN"),
  INT8("INT(8)"),
  INT16("INT(16)"),
  INT32("INT32"),
  INT64("INT64"),
  UINT8("INT(8, unsigned)"),
  UINT16("INT(16, unsigned)"),
  UINT32("INT(32, unsigned)"),
  UINT64("INT(64, unsigned)"),
  FLOAT16("FLOAT16"),
  FLOAT("FLOAT"),
  DOUBLE("DOUBLE"),
  /** A decimal without digits after the point. */
  DECIMAL0("DECIMAL(p, 0)"),
  /** Any other decimal. */
  DECIMAL("DECIMAL(p, s)"),
  DATE("DATE"),
  TIME_MILLIS("TIME(MILLIS)"),
  TIME_MICROS("TIME(MICROS)"),
  TIME_NANOS("TIME(NANOS)"),
  TIMESTAMP_MILLIS("TIMESTAMP(MILLIS)"),
  TIMESTAMP_MICROS("TIMESTAMP(MICROS)"),
  TIMESTAMP_NANOS("TIMESTAMP(NANOS)"),
  INT96("INT96"),
  STRING("STRING"),
  ENUM("ENUM"),
  JSON("JSON"),
  BSON("BSON"),
  BINARY("BINARY"),
  /** A FIXED_LEN_BYTE_ARRAY without a logical type. */
  FIXED("FIXED_LEN_BYTE_ARRAY"),
  UUID("UUID"),
  INTERVAL("INTERVAL"),
  GEOMETRY("GEOMETRY"),
  GEOGRAPHY("GEOGRAPHY"),
  /** A column that holds nothing but nulls. */
  UNKNOWN("UNKNOWN (null)");

  private final String notation;

  FileKind(String notation) {
    this.notation = notation;
  }

  /** Returns how documentation writes it. */
  public String notation() {
    return notation;
  }

  /** Returns the kind of a column; a logical type that this version does not know is left out. */
  public static FileKind of(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    FileKind kind = logical == null ? null : logical(logical);
    if (kind != null) {
      return kind;
    }
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> BOOLEAN;
      case INT32 -> INT32;
      case INT64 -> INT64;
      case INT96 -> INT96;
      case FLOAT -> FLOAT;
      case DOUBLE -> DOUBLE;
      case BINARY -> BINARY;
      case FIXED_LEN_BYTE_ARRAY -> FIXED;
    };
  }

  @Nullable
  private static FileKind logical(LogicalTypeAnnotation type) {
    if (type instanceof StringLogicalTypeAnnotation) {
      return STRING;
    } else if (type instanceof IntLogicalTypeAnnotation integer) {
      return integer(integer);
    } else if (type instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal.getScale() == 0 ? DECIMAL0 : DECIMAL;
    } else if (type instanceof DateLogicalTypeAnnotation) {
      return DATE;
    } else if (type instanceof TimeLogicalTypeAnnotation time) {
      return unit(time.getUnit(), TIME_MILLIS, TIME_MICROS, TIME_NANOS);
    } else if (type instanceof TimestampLogicalTypeAnnotation time) {
      return unit(time.getUnit(), TIMESTAMP_MILLIS, TIMESTAMP_MICROS, TIMESTAMP_NANOS);
    } else if (type instanceof EnumLogicalTypeAnnotation) {
      return ENUM;
    } else if (type instanceof JsonLogicalTypeAnnotation) {
      return JSON;
    } else if (type instanceof BsonLogicalTypeAnnotation) {
      return BSON;
    } else if (type instanceof UUIDLogicalTypeAnnotation) {
      return UUID;
    } else if (type instanceof Float16LogicalTypeAnnotation) {
      return FLOAT16;
    } else if (type instanceof IntervalLogicalTypeAnnotation) {
      return INTERVAL;
    } else if (type instanceof UnknownLogicalTypeAnnotation) {
      return UNKNOWN;
    } else if (type instanceof GeometryLogicalTypeAnnotation) {
      return GEOMETRY;
    } else if (type instanceof GeographyLogicalTypeAnnotation) {
      return GEOGRAPHY;
    }
    return null;
  }

  private static FileKind integer(IntLogicalTypeAnnotation type) {
    return switch (type.getBitWidth()) {
      case 8 -> type.isSigned() ? INT8 : UINT8;
      case 16 -> type.isSigned() ? INT16 : UINT16;
      case 32 -> type.isSigned() ? INT32 : UINT32;
      default -> type.isSigned() ? INT64 : UINT64;
    };
  }

  private static FileKind unit(TimeUnit unit, FileKind millis, FileKind micros, FileKind nanos) {
    return switch (unit) {
      case MILLIS -> millis;
      case MICROS -> micros;
      case NANOS -> nanos;
    };
  }
}
