package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.report.Loss;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the members of objects that no column takes, by their names. */
final class UnknownMembers {

  private static final int MOST_NAMES = 100;
  private static final String OTHERS = "(others)";
  private static final String LEFT_OUT = "no column takes it";

  private final LossCounters counters = new LossCounters();
  private final Map<String, LossCounters.Counter> names = new HashMap<>();

  /** Counts one; behind a hundred names, those that are new share one. */
  void count(String name) {
    LossCounters.Counter counter = names.get(name);
    if (counter == null) {
      String told = names.size() < MOST_NAMES ? name : OTHERS;
      counter = counters.counter(told, LEFT_OUT);
      names.put(told, counter);
    }
    counter.increment();
  }

  List<Loss> losses() {
    return counters.losses();
  }
}
