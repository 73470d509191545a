package io.cqlai.parquet.internal.value;

import io.cqlai.parquet.schema.CqlType;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
  private static final int FORMS_BYTES = 256;

  private final CqlType type;
  private final boolean severalForms;
  private final CellWriter forms;
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
    this.forms = new CellWriter(severalForms ? FORMS_BYTES : 1);
  }

  /** Begins the next collection. */
  public void begin() {
    distinct = 0;
    next = 0;
    table = new int[0];
    forms.reset();
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
    int before = severalForms ? putForm(written, from, number) : put(written, from, number);
    if (before >= 0) {
      repeated = written.toBuffer(from);
    }
    return before;
  }

  /**
   * Takes one more value, and refuses it where it is equal to one before it.
   *
   * @param what what the values are, for the reason
   * @throws UnfitValue when it is
   */
  public void takeNew(CellWriter written, int from, String what) throws UnfitValue {
    if (indexOfEqual(written, from) >= 0) {
      throw new UnfitValue("the " + what + " " + text() + " is there twice");
    }
  }

  private int putForm(CellWriter written, int from, int number) {
    int start = forms.size();
    forms.putBytes(EqualForm.of(type, written.toBuffer(from)));
    int before = put(forms, start, number);
    if (before >= 0) {
      forms.truncate(start);
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
    int place = hashes[value] & table.length - 1;
    while (table[place] >= 0 && !isEqual(written, table[place], value)) {
      place = place + 1 & table.length - 1;
    }
    return place;
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
