package io.cqlai.parquet.internal.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which stretches of the ring have been read, however they were cut. */
public final class Coverage {

  /** From the start of each stretch to its end; no two overlap or touch. */
  private final TreeMap<Long, Long> stretches = new TreeMap<>();

  /** Makes the coverage of some stretches, which may overlap. */
  public Coverage(Collection<TokenSpan> spans) {
    spans.forEach(this::add);
  }

  private void add(TokenSpan span) {
    long start = span.start();
    long end = span.end();
    Map.Entry<Long, Long> before = stretches.floorEntry(end);
    while (before != null && before.getValue() >= start) {
      start = Math.min(start, before.getKey());
      end = Math.max(end, before.getValue());
      stretches.remove(before.getKey());
      before = stretches.floorEntry(end);
    }
    stretches.put(start, end);
  }

  /** Returns the parts of a stretch that have not been read, in the order of the ring. */
  public List<TokenSpan> missing(TokenSpan whole) {
    List<TokenSpan> missing = new ArrayList<>();
    long from = whole.start();
    Map.Entry<Long, Long> first = stretches.floorEntry(from);
    if (first != null) {
      from = Math.max(from, first.getValue());
    }
    for (Map.Entry<Long, Long> next : stretches.tailMap(whole.start(), false).entrySet()) {
      if (next.getKey() >= whole.end()) {
        break;
      }
      if (next.getKey() > from) {
        missing.add(new TokenSpan(from, next.getKey()));
      }
      from = Math.max(from, next.getValue());
    }
    if (from < whole.end()) {
      missing.add(new TokenSpan(from, whole.end()));
    }
    return missing;
  }
}
