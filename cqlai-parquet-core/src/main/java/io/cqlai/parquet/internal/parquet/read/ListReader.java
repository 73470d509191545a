package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.convert.ValueIssues;
import io.cqlai.parquet.internal.value.CellWriter;
import io.cqlai.parquet.internal.value.DistinctValues;
import javax.annotation.Nullable;

/**
 * Lists and sets: the number of elements, then each with its length before it (native protocol,
 * version 5, sections 6.11 and 6.18).
 */
final class ListReader extends ValueReader {

  private final ValueReader element;
  private final RepeatedLevels levels;
  private final ValueIssues issues;
  private final boolean nullsAllowed;
  @Nullable private final DistinctValues distinct;

  /**
   * Makes a reader.
   *
   * @param nullsAllowed whether an element may be null
   * @param distinct looks for repeated elements, or null where they may be repeated
   */
  ListReader(
      ValueReader element,
      RepeatedLevels levels,
      ValueIssues issues,
      boolean nullsAllowed,
      @Nullable DistinctValues distinct) {
    super(element.cursors());
    this.element = element;
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
    int count = 0;
    if (!passesAbsent(levels.occurs(), levels.outer())) {
      if (distinct != null) {
        distinct.begin();
      }
      do {
        count += readElement(out);
      } while (repeats(levels.repeats()));
    }
    out.endCollection(mark, count);
    return true;
  }

  /** Returns how many elements were put: none where one is repeated and that is allowed. */
  private int readElement(CellWriter out) {
    if (first().definition() < levels.occurs()) {
      throw disagree();
    }
    int before = out.size();
    int mark = out.beginValue();
    if (!element.read(out)) {
      out.endNull(mark);
      return nullsAllowed || issues.reject("null among the elements") ? 1 : 0;
    }
    out.endValue(mark);
    if (distinct != null && distinct.indexOfEqual(out, mark) >= 0) {
      out.truncate(before);
      issues.lose(DistinctValues.REPEATED_ELEMENTS, distinct.text());
      return 0;
    }
    return 1;
  }
}
