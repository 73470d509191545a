package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.internal.value.CellParts;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.List;

/** The forms of values whose parts have an order. */
final class PartsForm {

  private PartsForm() {}

  /**
   * The form of a list or a vector: its elements one after the other.
   *
   * @param open whether one without elements is null
   */
  record OfList(CqlType type, CanonicalForm element, boolean open) implements CanonicalForm {
    @Override
    public boolean put(ByteBuffer value, CellWriter out) {
      if (!value.hasRemaining()) {
        return false;
      }
      int begin = out.size();
      CellParts.each(
          type,
          value,
          (index, elementType, part) -> {
            element.putPart(part, out);
            return true;
          });
      return !open || out.size() > begin;
    }
  }

  /**
   * The form of a tuple or a user-defined type: all its fields, those that the value is too old to
   * have as nulls.
   *
   * @param open whether one with nothing but nulls is null
   */
  record OfFields(CqlType type, List<CanonicalForm> fields, boolean open) implements CanonicalForm {
    @Override
    public boolean put(ByteBuffer value, CellWriter out) {
      if (!value.hasRemaining()) {
        return false;
      }
      boolean[] any = {false};
      CellParts.each(
          type,
          value,
          (index, fieldType, part) -> {
            any[0] |= fields.get(index).putPart(part, out);
            return true;
          });
      return !open || any[0];
    }
  }
}
