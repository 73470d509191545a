package io.cqlai.parquet.internal.parquet.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.nio.ByteBuffer;
import org.apache.parquet.example.data.Group;

/** What parquet-java's example reader has read, in the form of {@link CanonicalCell}. */
final class GroupCells {

  private GroupCells() {}

  /** Returns the cell of a field. */
  static JsonNode of(Group group, String field, CqlType type) {
    int index = group.getType().getFieldIndex(field);
    return group.getFieldRepetitionCount(index) == 0
        ? NullNode.instance
        : CanonicalCell.sort(type, value(group, index, 0, type));
  }

  private static JsonNode part(Group group, int field, CqlType type) {
    return group.getFieldRepetitionCount(field) == 0
        ? NullNode.instance
        : value(group, field, 0, type);
  }

  private static JsonNode value(Group in, int field, int index, CqlType type) {
    if (type instanceof Scalar scalar) {
      return CanonicalCell.of(type, bytes(in, field, index, scalar));
    }
    Group group = in.getGroup(field, index);
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    if (type instanceof CqlType.TupleOf tuple) {
      for (int i = 0; i < tuple.components().size(); i++) {
        parts.add(part(group, i, tuple.components().get(i)));
      }
      return parts;
    }
    for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
      if (type instanceof CqlType.MapOf map) {
        Group entry = group.getGroup(0, i);
        parts.addArray().add(value(entry, 0, 0, map.key())).add(value(entry, 1, 0, map.value()));
      } else {
        CqlType element = ((CqlType.ListOf) type).element();
        boolean twoLevels = group.getType().getFieldName(0).equals("array");
        parts.add(twoLevels ? value(group, 0, i, element) : part(group.getGroup(0, i), 0, element));
      }
    }
    return parts;
  }

  private static ByteBuffer bytes(Group in, int field, int index, Scalar type) {
    ByteBuffer bytes = ByteBuffer.allocate(8);
    switch (type) {
      case BIGINT, TIMESTAMP -> bytes.putLong(in.getLong(field, index));
      case BOOLEAN -> bytes.put((byte) (in.getBoolean(field, index) ? 1 : 0));
      case DOUBLE -> bytes.putDouble(in.getDouble(field, index));
      case FLOAT -> bytes.putFloat(in.getFloat(field, index));
      case INT -> bytes.putInt(in.getInteger(field, index));
      default -> {
        return in.getBinary(field, index).toByteBuffer();
      }
    }
    return bytes.flip();
  }
}
