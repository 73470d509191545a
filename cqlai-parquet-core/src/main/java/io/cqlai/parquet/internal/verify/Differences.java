package io.cqlai.parquet.internal.verify;

import io.cqlai.parquet.report.Difference;
import io.cqlai.parquet.report.DifferenceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts differences, and keeps the first of them. Used by one thread at a time. */
public final class Differences {

  /** How many are kept. */
  public static final int MOST_KEPT = 100;

  private final Map<DifferenceKind, Long> counts = new EnumMap<>(DifferenceKind.class);
  private final List<Difference> first = new ArrayList<>();

  /** Counts some; none of them is kept by this. */
  public void count(DifferenceKind kind, long more) {
    if (more > 0) {
      counts.merge(kind, more, Long::sum);
    }
  }

  /** Keeps one that is {@linkplain #count counted}, if there is room. */
  public void keep(DifferenceKind kind, String where, List<String> columns) {
    if (hasRoom()) {
      first.add(new Difference(kind, where, columns));
    }
  }

  /** Counts one, and keeps it if there is room. */
  public void add(DifferenceKind kind, Supplier<String> where) {
    count(kind, 1);
    if (hasRoom()) {
      keep(kind, where.get(), List.of());
    }
  }

  /** Counts all of another one, and keeps those that it kept, as long as there is room. */
  public void addAll(Differences other) {
    other.counts.forEach(this::count);
    other.first.forEach(each -> keep(each.kind(), each.where(), each.columns()));
  }

  /** Tells whether another one would be kept. */
  public boolean hasRoom() {
    return first.size() < MOST_KEPT;
  }

  /** Returns how many there are in all. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many there are of each kind that there is. */
  public Map<DifferenceKind, Long> counts() {
    return counts;
  }

  /** Returns those that were kept. */
  public List<Difference> first() {
    return first;
  }
}
