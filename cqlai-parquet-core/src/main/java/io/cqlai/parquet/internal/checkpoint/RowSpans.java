package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.internal.load.RowSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The rows of one part of a file that are done. */
final class RowSpans {

  /** The end of each span, by its first row; no span touches another's rows. */
  private final TreeMap<Long, Long> ends = new TreeMap<>();

  void add(RowSpan rows) {
    ends.merge(rows.first(), rows.end(), Math::max);
  }

  /** Returns the rows of a span that are not among these, in their order. */
  List<RowSpan> missingOf(RowSpan rows) {
    List<RowSpan> missing = new ArrayList<>();
    long next = rows.first();
    for (var done : ends.entrySet()) {
      add(missing, next, Math.min(done.getKey(), rows.end()));
      next = Math.max(next, done.getValue());
    }
    add(missing, next, rows.end());
    return missing;
  }

  private static void add(List<RowSpan> spans, long first, long end) {
    if (first < end) {
      spans.add(new RowSpan(first, end));
    }
  }
}
