package io.cqlai.parquet.it.spark;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Spark's values as JSON, whose texts say by their first letter how the rest is to be read: v as it
 * is, F and B the bits of a float and a double, D days, u microseconds.
 */
final class SparkCells {

  private SparkCells() {}

  static Map<String, Object> fields(StructType type, Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (StructField field : type.fields()) {
      fields.put(field.name(), cell(field.dataType(), row.get(fields.size())));
    }
    return fields;
  }

  @Nullable
  private static Object cell(DataType type, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof StructType) {
      return fields((StructType) type, (Row) value);
    }
    if (type instanceof ArrayType) {
      DataType element = ((ArrayType) type).elementType();
      List<Object> cells = new ArrayList<>();
      CollectionConverters.asJava((scala.collection.Iterable<?>) value)
          .forEach(each -> cells.add(cell(element, each)));
      return cells;
    }
    if (type instanceof MapType && !(value instanceof scala.collection.Map)) {
      List<Object> pairs = new ArrayList<>();
      CollectionConverters.asJava((scala.collection.Iterable<?>) value)
          .forEach(
              entry -> pairs.add(pair((MapType) type, ((Row) entry).get(0), ((Row) entry).get(1))));
      return pairs;
    }
    if (type instanceof MapType) {
      List<Object> pairs = new ArrayList<>();
      CollectionConverters.asJava((scala.collection.Map<?, ?>) value)
          .forEach((key, mapped) -> pairs.add(pair((MapType) type, key, mapped)));
      return pairs;
    }
    return scalar(value);
  }

  private static List<Object> pair(MapType type, Object key, @Nullable Object value) {
    List<Object> pair = new ArrayList<>();
    pair.add(cell(type.keyType(), key));
    pair.add(cell(type.valueType(), value));
    return pair;
  }

  private static String scalar(Object value) {
    if (value instanceof Float) {
      return "F" + HexFormat.of().toHexDigits(Float.floatToRawIntBits((Float) value));
    } else if (value instanceof Double) {
      return "B" + HexFormat.of().toHexDigits(Double.doubleToRawLongBits((Double) value));
    } else if (value instanceof BigDecimal) {
      return "v" + ((BigDecimal) value).toPlainString();
    } else if (value instanceof byte[]) {
      return "v0x" + HexFormat.of().formatHex((byte[]) value);
    } else if (value instanceof LocalDate) {
      return "D" + ((LocalDate) value).toEpochDay();
    } else if (value instanceof LocalDateTime) {
      return micros(((LocalDateTime) value).toInstant(ZoneOffset.UTC));
    } else if (value instanceof Instant) {
      return micros((Instant) value);
    } else if (value instanceof String || value instanceof Boolean || value instanceof Number) {
      return "v" + value;
    }
    throw new IllegalArgumentException("no canonical text for " + value.getClass());
  }

  private static String micros(Instant instant) {
    return "u" + DateTimeUtils.instantToMicros(instant);
  }
}
