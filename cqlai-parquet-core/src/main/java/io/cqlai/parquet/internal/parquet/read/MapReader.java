package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.convert.ValueIssues;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.DistinctValues;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;

/**
 * Maps: the number of entries, then keys and values in turn, each with its length before it (native
 * protocol, version 5, section 6.12).
 */
final class MapReader extends ValueReader {

  private final ValueReader key;
  private final ValueReader value;
  private final RepeatedLevels levels;
  private final ValueIssues issues;
  private final boolean nullsAllowed;
  private final DistinctValues distinct;
  private final BitSet dropped = new BitSet();
  private int[] starts = new int[8];

  /**
   * Makes a reader.
   *
   * @param nullsAllowed whether a value may be null
   */
  MapReader(
      ValueReader key,
      ValueReader value,
      RepeatedLevels levels,
      ValueIssues issues,
      boolean nullsAllowed,
      DistinctValues distinct) {
    super(Stream.concat(key.cursors().stream(), value.cursors().stream()).toList());
    this.key = key;
    this.value = value;
    this.levels = levels;
    this.issues = issues;
    this.nullsAllowed = nullsAllowed;
    this.distinct = distinct;
  }

  @Override
  boolean read(CellWriter out) {
    if (passesAbsent(levels.present(), levels.outer())) {
      return false;
    }
    int mark = out.beginCollection();
    int count = passesAbsent(levels.occurs(), levels.outer()) ? 0 : readEntries(out);
    out.endCollection(mark, count);
    return true;
  }

  private int readEntries(CellWriter out) {
    distinct.begin();
    dropped.clear();
    int count = 0;
    do {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = out.size();
      int earlier = readEntry(out);
      if (earlier >= 0) {
        dropped.set(earlier);
      }
    } while (repeats(levels.repeats()));
    return dropped.isEmpty() ? count : keepLast(count, out);
  }

  /** Returns the number of an earlier entry of the same key, or −1. */
  private int readEntry(CellWriter out) {
    if (key.first().definition() < levels.occurs()
        || value.first().definition() < levels.occurs()) {
      throw disagree();
    }
    int mark = out.beginValue();
    boolean hasKey = key.read(out);
    if (!hasKey) {
      issues.reject("null among the keys of a map");
    }
    out.endValue(mark);
    int earlier = hasKey ? distinct.indexOfEqual(out, mark) : -1;
    readValue(out);
    if (earlier >= 0) {
      issues.lose(DistinctValues.REPEATED_KEYS, distinct.text());
    }
    return earlier;
  }

  private void readValue(CellWriter out) {
    int mark = out.beginValue();
    if (value.read(out)) {
      out.endValue(mark);
      return;
    }
    out.endNull(mark);
    if (!nullsAllowed) {
      issues.reject("null among the values of a map");
    }
  }

  /** Takes out the entries whose keys come again later: the last value of a key counts. */
  private int keepLast(int count, CellWriter out) {
    int begin = starts[0];
    int end = out.size();
    ByteBuffer all = out.toBuffer(begin);
    out.truncate(begin);
    for (int i = dropped.nextClearBit(0); i < count; i = dropped.nextClearBit(i + 1)) {
      int next = i + 1 < count ? starts[i + 1] : end;
      out.putBytes(all.slice(starts[i] - begin, next - starts[i]));
    }
    return count - dropped.cardinality();
  }
}
