package io.cqlai.parquet.it.values;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.api.core.type.VectorType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cqlai.parquet.it.readers.Cells;
import java.nio.ByteBuffer;
import java.util.List;
import javax.annotation.Nullable;

/** The values that a value of a collection, tuple, vector or user-defined type is made of. */
public final class CqlParts {

  /** What a part is of the whole. */
  public enum Place {
    LIST_ELEMENT,
    SET_ELEMENT,
    KEY,
    MAP_VALUE,
    VECTOR_ELEMENT,
    FIELD;

    /** Whether the server takes no null here; of a list, only some. */
    public boolean refusesNull() {
      return this != FIELD;
    }
  }

  /** Makes a cell of a part. */
  @FunctionalInterface
  public interface PartCell {
    /**
     * The cell of a part.
     *
     * @param part its bytes; null for null
     */
    JsonNode of(Place place, DataType type, @Nullable ByteBuffer part);
  }

  private CqlParts() {}

  /** Whether values of the type are made of others. */
  public static boolean hasParts(DataType type) {
    return type instanceof ListType
        || type instanceof SetType
        || type instanceof MapType
        || type instanceof VectorType
        || type instanceof TupleType
        || type instanceof UserDefinedType;
  }

  /**
   * The cell of a value, made of the cells of its parts.
   *
   * @param value not zero-length
   */
  public static JsonNode cell(DataType type, ByteBuffer value, PartCell parts) {
    ByteBuffer rest = value.slice();
    if (type instanceof ListType list) {
      return elements(Place.LIST_ELEMENT, list.getElementType(), rest, parts);
    }
    if (type instanceof SetType set) {
      return elements(Place.SET_ELEMENT, set.getElementType(), rest, parts);
    }
    if (type instanceof MapType map) {
      ArrayNode pairs = Cells.NODES.arrayNode();
      for (int left = rest.getInt(); left > 0; left--) {
        JsonNode key = parts.of(Place.KEY, map.getKeyType(), next(rest));
        JsonNode mapped = parts.of(Place.MAP_VALUE, map.getValueType(), next(rest));
        pairs.add(Cells.NODES.arrayNode().add(key).add(mapped));
      }
      return pairs;
    }
    if (type instanceof VectorType vector) {
      ArrayNode elements = Cells.NODES.arrayNode();
      for (ByteBuffer element : VectorParts.of(vector, rest)) {
        elements.add(parts.of(Place.VECTOR_ELEMENT, vector.getElementType(), element));
      }
      return elements;
    }
    if (type instanceof UserDefinedType user) {
      ObjectNode fields = Cells.NODES.objectNode();
      List<DataType> types = user.getFieldTypes();
      for (int i = 0; i < types.size(); i++) {
        JsonNode cell = parts.of(Place.FIELD, types.get(i), nextField(rest));
        fields.set(user.getFieldNames().get(i).asInternal(), cell);
      }
      return fields;
    }
    if (type instanceof TupleType tuple) {
      ArrayNode components = Cells.NODES.arrayNode();
      for (DataType component : tuple.getComponentTypes()) {
        components.add(parts.of(Place.FIELD, component, nextField(rest)));
      }
      return components;
    }
    throw new IllegalArgumentException(type + " has no parts");
  }

  private static JsonNode elements(Place place, DataType element, ByteBuffer rest, PartCell parts) {
    ArrayNode elements = Cells.NODES.arrayNode();
    for (int left = rest.getInt(); left > 0; left--) {
      elements.add(parts.of(place, element, next(rest)));
    }
    return elements;
  }

  /** A field; those that the value ends before are null. */
  @Nullable
  private static ByteBuffer nextField(ByteBuffer rest) {
    return rest.hasRemaining() ? next(rest) : null;
  }

  /** A value behind its length of four bytes, of which a negative one is null. */
  @Nullable
  private static ByteBuffer next(ByteBuffer rest) {
    int length = rest.getInt();
    if (length < 0) {
      return null;
    }
    ByteBuffer part = rest.slice(rest.position(), length);
    rest.position(rest.position() + length);
    return part;
  }
}
