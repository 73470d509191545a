package io.cqlai.parquet.benchmarks;

import io.cqlai.parquet.benchmarks.report.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures contenders that time themselves, in turns: a machine that is slower for a while is so
 * for all of them.
 */
final class Turns {

  /** One that times itself, some rounds at each turn. */
  @FunctionalInterface
  interface Contender {
    Measurement measure() throws IOException;
  }

  private Turns() {}

  /** Takes all turns, and returns a measurement of each contender, in their order. */
  static List<Measurement> take(int turns, List<Contender> contenders) throws IOException {
    List<Measurement> measured = new ArrayList<>();
    for (int turn = 0; turn < turns; turn++) {
      for (int i = 0; i < contenders.size(); i++) {
        Measurement one = contenders.get(i).measure();
        if (turn == 0) {
          measured.add(one);
        } else {
          measured.set(i, measured.get(i).and(one));
        }
      }
    }
    return measured;
  }
}
