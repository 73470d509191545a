package io.cqlai.parquet.internal.checkpoint;

import io.cqlai.parquet.internal.load.RowSpan;
import io.cqlai.parquet.internal.scan.TokenSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Which stretches of a whole are done, however they were cut: of the ring, or of the rows of a
 * part.
 */
public final class Coverage {

  /** From the start of each stretch to its end; no two overlap or touch. */
  private final TreeMap<Long, Long> stretches = new TreeMap<>();

  void add(TokenSpan span) {
    add(span.start(), span.end());
  }

  void add(RowSpan rows) {
    add(rows.first(), rows.end());
  }

  private void add(long from, long to) {
    long start = from;
    long end = to;
    Map.Entry<Long, Long> before = stretches.floorEntry(end);
    while (before != null && before.getValue() >= start) {
      start = Math.min(start, before.getKey());
      end = Math.max(end, before.getValue());
      stretches.remove(before.getKey());
      before = stretches.floorEntry(end);
    }
    stretches.put(start, end);
  }

  /** Returns the parts of a stretch of the ring that are not done, in the order of the ring. */
  public List<TokenSpan> missing(TokenSpan whole) {
    return missing(whole.start(), whole.end(), TokenSpan::new);
  }

  /** Returns the rows of a span that are not done, in their order. */
  List<RowSpan> missing(RowSpan whole) {
    return missing(whole.first(), whole.end(), RowSpan::new);
  }

  private <T> List<T> missing(long from, long to, BiFunction<Long, Long, T> part) {
    List<T> missing = new ArrayList<>();
    Map.Entry<Long, Long> before = stretches.floorEntry(from);
    long next = before == null ? from : Math.max(from, before.getValue());
    for (Map.Entry<Long, Long> done : stretches.subMap(from, false, to, false).entrySet()) {
      missing.add(part.apply(next, done.getKey()));
      next = done.getValue();
    }
    if (next < to) {
      missing.add(part.apply(next, to));
    }
    return missing;
  }
}
