package io.cqlai.parquet.internal.digest;

import io.cqlai.parquet.internal.value.CellParts;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of a set or a map: its elements in the order of their bytes, each once; of a key that
 * comes twice its last value. The order in which a server or a program keeps them does not count.
 */
final class DistinctForm implements CanonicalForm {

  private final CqlType type;
  private final List<CanonicalForm> forms;
  private final boolean open;
  private final CellWriter scratch = new CellWriter();
  private byte[] key = {};

  /**
   * Makes the form.
   *
   * @param forms that of the elements, or those of keys and values
   * @param open whether one without elements is null
   */
  DistinctForm(CqlType type, List<CanonicalForm> forms, boolean open) {
    this.type = type;
    this.forms = forms;
    this.open = open;
  }

  @Override
  public boolean put(ByteBuffer value, CellWriter out) {
    if (!value.hasRemaining()) {
      return false;
    }
    Map<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    CellParts.each(
        type,
        value,
        (index, partType, part) -> {
          int place = index % forms.size();
          scratch.reset();
          forms.get(place).putPart(part, scratch);
          byte[] bytes = scratch.toBuffer().array();
          if (place == 0) {
            key = bytes;
          }
          entries.put(key, place == 0 ? new byte[0] : bytes);
          return true;
        });
    entries.forEach(
        (each, of) -> {
          out.putBytes(each, 0, each.length);
          out.putBytes(of, 0, of.length);
        });
    return !open || !entries.isEmpty();
  }
}
