package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * Looks for values that Cassandra takes as equal: elements of a set, keys of a map. Values are
 * equal when their bytes are, and where a type has several forms of one value, when these are: see
 * {@link EqualForm}.
 */
public final class DistinctValues {

  /** What is lost where a set is given an element twice. */
  public static final String REPEATED_ELEMENTS = "repeated elements of a set";

  /** What is lost where a map is given a key twice. */
  public static final String REPEATED_KEYS = "earlier values of repeated keys of a map";

  private static final int FEW = 8;

  private final CqlType type;
  private final boolean severalForms;
  private final Map<ByteBuffer, Integer> forms = new HashMap<>();
  private int[] starts = new int[FEW];
  private int[] lengths = new int[FEW];
  private int[] hashes = new int[FEW];
  private int[] numbers = new int[FEW];
  private int[] table = new int[0];
  private int distinct;
  private int next;
  @Nullable private ByteBuffer repeated;

  /** Makes one for the elements or keys of one type. */
  public DistinctValues(CqlType type) {
    this.type = type;
    this.severalForms = EqualForm.isNeeded(type);
  }

  /** Begins the next collection. */
  public void begin() {
    distinct = 0;
    next = 0;
    table = new int[0];
    if (!forms.isEmpty()) {
      forms.clear();
    }
  }

  /**
   * Takes one more value.
   *
   * @param written where values are; those that had no equal before them have to stay there
   * @param from where the value begins; it goes on to the end
   * @return the number of the latest equal value before it, from 0, or −1
   */
  public int indexOfEqual(CellWriter written, int from) {
    int number = next++;
    int before;
    if (severalForms) {
      Integer equal = forms.put(EqualForm.of(type, written.toBuffer(from)), number);
      before = equal == null ? -1 : equal;
    } else {
      before = put(written, from, number);
    }
    if (before >= 0) {
      repeated = written.toBuffer(from);
    }
    return before;
  }

  private int put(CellWriter written, int from, int number) {
    if (distinct == starts.length) {
      starts = Arrays.copyOf(starts, 2 * distinct);
      lengths = Arrays.copyOf(lengths, 2 * distinct);
      hashes = Arrays.copyOf(hashes, 2 * distinct);
      numbers = Arrays.copyOf(numbers, 2 * distinct);
    }
    starts[distinct] = from;
    lengths[distinct] = written.size() - from;
    hashes[distinct] = written.hash(from);
    int equal = distinct < FEW ? findAmongFew(written) : findInTable(written);
    int before = equal < 0 ? -1 : numbers[equal];
    numbers[equal < 0 ? distinct++ : equal] = number;
    return before;
  }

  private int findAmongFew(CellWriter written) {
    for (int i = 0; i < distinct; i++) {
      if (isEqual(written, i, distinct)) {
        return i;
      }
    }
    return -1;
  }

  /** Finds the value after the last one, and enters it where there is none that is equal. */
  private int findInTable(CellWriter written) {
    if (2 * (distinct + 1) > table.length) {
      table = new int[Integer.highestOneBit(distinct + 1) * 4];
      Arrays.fill(table, -1);
      for (int i = 0; i < distinct; i++) {
        table[place(written, i)] = i;
      }
    }
    int place = place(written, distinct);
    int equal = table[place];
    if (equal < 0) {
      table[place] = distinct;
    }
    return equal;
  }

  /** Returns where in the table a value is, or would be. */
  private int place(CellWriter written, int value) {
    int place = mixed(hashes[value]) & table.length - 1;
    while (table[place] >= 0 && !isEqual(written, table[place], value)) {
      place = place + 1 & table.length - 1;
    }
    return place;
  }

  private static int mixed(int hash) {
    int product = hash * 0x9e3779b9;
    return product ^ product >>> 16;
  }

  private boolean isEqual(CellWriter written, int first, int second) {
    return hashes[first] == hashes[second]
        && lengths[first] == lengths[second]
        && written.isSame(starts[first], starts[second], lengths[first]);
  }

  /** Returns the text of the value that was found last, for a reason. */
  public String text() {
    return repeated == null ? "a repeated value" : CellText.format(type, repeated);
  }
}
