package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the parser would have taken where the text ends: the raw material of completion. */
final class Wishes {

  private final Set<String> candidates = new LinkedHashSet<>();
  private Wanted wanted = Wanted.NOTHING;

  /** Adds what could follow; more than one kind of thing is never wanted in one place. */
  void add(Wanted kind, String... words) {
    candidates.addAll(List.of(words));
    wanted = kind;
  }

  boolean isEmpty() {
    return wanted == Wanted.NOTHING;
  }

  Wanted wanted() {
    return wanted;
  }

  List<String> candidates() {
    return List.copyOf(candidates);
  }
}
