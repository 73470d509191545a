package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.value.CellText;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Looks for values that Cassandra takes as equal: elements of a set, keys of a map. Values are
 * equal when their bytes are, and where a type has several forms of one value, when these are: see
 * {@link EqualForm}.
 */
final class DistinctValues {

  /** What is lost where a set is given an element twice. */
  static final String REPEATED_ELEMENTS = "repeated elements of a set";

  /** What is lost where a map is given a key twice. */
  static final String REPEATED_KEYS = "earlier values of repeated keys of a map";

  private final CqlType type;
  private final boolean severalForms;
  private Map<ByteBuffer, Integer> seen = new HashMap<>();
  private int count;
  @Nullable private ByteBuffer repeated;

  DistinctValues(CqlType type) {
    this.type = type;
    this.severalForms = EqualForm.isNeeded(type);
  }

  /** Begins the next collection. */
  void begin() {
    // A map that has once been large stays slow to clear.
    if (count > 1_000) {
      seen = new HashMap<>();
    } else {
      seen.clear();
    }
    count = 0;
  }

  /**
   * Takes one more value.
   *
   * @param from where it begins in what was written; it goes on to the end
   * @return the number of the latest equal value before it, from 0, or −1
   */
  int indexOfEqual(CellWriter written, int from) {
    ByteBuffer value = written.toBuffer(from);
    ByteBuffer form = severalForms ? EqualForm.of(type, value) : value;
    Integer before = seen.put(form, count++);
    if (before == null) {
      return -1;
    }
    repeated = value;
    return before;
  }

  /** Returns the text of the value that was found last, for a reason. */
  String text() {
    return repeated == null ? "a repeated value" : CellText.format(type, repeated);
  }
}
