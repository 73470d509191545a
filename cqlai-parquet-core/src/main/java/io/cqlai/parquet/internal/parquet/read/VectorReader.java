package io.cqlai.parquet.internal.parquet.read;

import io.cqlai.parquet.internal.parquet.convert.ValueIssues;
import io.cqlai.parquet.internal.value.CellWriter;

/**
 * Vectors: elements of a fixed size one after the other, others with their length before them as an
 * unsigned vint. Each row has to have as many elements as the type says, and none null.
 */
final class VectorReader extends ValueReader {

  private final ValueReader element;
  private final RepeatedLevels levels;
  private final ValueIssues issues;
  private final int dimensions;
  private final boolean fixedSize;

  VectorReader(
      ValueReader element,
      RepeatedLevels levels,
      ValueIssues issues,
      int dimensions,
      boolean fixedSize) {
    super(element.cursors());
    this.element = element;
    this.levels = levels;
    this.issues = issues;
    this.dimensions = dimensions;
    this.fixedSize = fixedSize;
  }

  @Override
  boolean read(CellWriter out) {
    if (passesAbsent(levels.present(), levels.outer())) {
      return false;
    }
    int count = 0;
    if (!passesAbsent(levels.occurs(), levels.outer())) {
      do {
        readElement(out);
        count++;
      } while (repeats(levels.repeats()));
    }
    return count == dimensions || issues.reject(count + " elements for a vector of " + dimensions);
  }

  private void readElement(CellWriter out) {
    if (first().definition() < levels.occurs()) {
      throw disagree();
    }
    boolean present;
    if (fixedSize) {
      present = element.read(out);
    } else {
      int mark = out.beginVintValue();
      present = element.read(out);
      out.endVintValue(mark);
    }
    if (!present) {
      issues.reject("null among the elements of a vector");
    }
  }
}
