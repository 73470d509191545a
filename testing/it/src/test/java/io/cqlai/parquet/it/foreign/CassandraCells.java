package io.cqlai.parquet.it.foreign;

import com.datastax.oss.driver.api.core.data.CqlDuration;
import com.datastax.oss.driver.api.core.data.CqlVector;
import com.datastax.oss.driver.api.core.data.TupleValue;
import com.datastax.oss.driver.api.core.data.UdtValue;
import com.datastax.oss.protocol.internal.util.Bytes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cqlai.parquet.it.readers.CellText;
import io.cqlai.parquet.it.readers.Cells;
import io.netty.util.NetUtil;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import javax.annotation.Nullable;

/** Cells of what the driver's own codecs give for a column, to compare with those of a case. */
public final class CassandraCells {

  private CassandraCells() {}

  /**
   * The cell of a value as {@code Row.getObject} gives it; a set and a map in the driver's order.
   *
   * @throws IllegalArgumentException when the value is of a class that no built-in codec gives
   */
  public static JsonNode of(@Nullable Object value) {
    if (value == null) {
      return Cells.none();
    } else if (value instanceof Iterable) {
      return elements((Iterable<?>) value);
    } else if (value instanceof CqlVector) {
      return elements((CqlVector<?>) value);
    } else if (value instanceof Map) {
      ArrayNode pairs = Cells.NODES.arrayNode();
      ((Map<?, ?>) value)
          .forEach(
              (key, mapped) -> pairs.add(Cells.NODES.arrayNode().add(of(key)).add(of(mapped))));
      return pairs;
    } else if (value instanceof UdtValue) {
      UdtValue group = (UdtValue) value;
      ObjectNode fields = Cells.NODES.objectNode();
      for (int field = 0; field < group.size(); field++) {
        String name = group.getType().getFieldNames().get(field).asInternal();
        fields.set(name, of(group.getObject(field)));
      }
      return fields;
    } else if (value instanceof TupleValue) {
      TupleValue tuple = (TupleValue) value;
      ArrayNode fields = Cells.NODES.arrayNode();
      for (int field = 0; field < tuple.size(); field++) {
        fields.add(of(tuple.getObject(field)));
      }
      return fields;
    }
    return Cells.text(text(value));
  }

  private static ArrayNode elements(Iterable<?> values) {
    ArrayNode elements = Cells.NODES.arrayNode();
    values.forEach(element -> elements.add(of(element)));
    return elements;
  }

  private static String text(Object value) {
    if (value instanceof Float) {
      return CellText.of((float) value);
    } else if (value instanceof Double) {
      return CellText.of((double) value);
    } else if (value instanceof BigDecimal) {
      return CellText.of((BigDecimal) value);
    } else if (value instanceof ByteBuffer) {
      return CellText.ofBytes(Bytes.getArray((ByteBuffer) value));
    } else if (value instanceof LocalTime) {
      return CellText.ofNanosOfDay(((LocalTime) value).toNanoOfDay());
    } else if (value instanceof LocalDate) {
      return CellText.ofDay(((LocalDate) value).toEpochDay());
    } else if (value instanceof Instant) {
      return CellText.ofInstantCount(((Instant) value).toEpochMilli(), 1_000);
    } else if (value instanceof InetAddress) {
      return NetUtil.toAddressString((InetAddress) value);
    } else if (value instanceof CqlDuration) {
      CqlDuration duration = (CqlDuration) value;
      return CellText.ofDuration(
          duration.getMonths(), duration.getDays(), duration.getNanoseconds());
    } else if (value instanceof String
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof UUID) {
      return value.toString();
    }
    throw new IllegalArgumentException("no canonical text for " + value.getClass());
  }
}
