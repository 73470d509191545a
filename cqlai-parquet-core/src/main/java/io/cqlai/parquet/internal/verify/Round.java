package io.cqlai.parquet.internal.verify;

import io.cqlai.parquet.internal.digest.Hash128;
import io.cqlai.parquet.internal.digest.SliceSums;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that are compared one by one at the same time: those of some slices, or where one slice has
 * too many a part of them, by the hash of the key.
 *
 * @param slices the slices
 * @param rows how many rows of the file these are at most
 * @param parts into how many parts they are divided; 1 for none
 * @param part which of the parts this is, from 0
 */
public record Round(Set<Integer> slices, int rows, int parts, int part) {

  /** Parts are not all of one size. */
  private static final double SPARE = 1.25;

  /**
   * Divides slices into rounds.
   *
   * @param slices the slices to compare
   * @param counted how many rows each has in the file
   * @param most how many rows of the file a round may have
   */
  public static List<Round> of(List<Integer> slices, SliceSums counted, int most) {
    List<Round> rounds = new ArrayList<>();
    Set<Integer> open = new LinkedHashSet<>();
    long rows = 0;
    for (int slice : slices) {
      long here = counted.rows(slice);
      if (here > most) {
        rounds.addAll(divided(slice, here, most));
        continue;
      }
      if (rows + here > most) {
        rounds.add(new Round(open, (int) rows, 1, 0));
        open = new LinkedHashSet<>();
        rows = 0;
      }
      open.add(slice);
      rows += here;
    }
    if (!open.isEmpty()) {
      rounds.add(new Round(open, (int) rows, 1, 0));
    }
    return rounds;
  }

  private static List<Round> divided(int slice, long rows, int most) {
    int parts = (int) Math.min(Integer.MAX_VALUE, (long) Math.ceil(SPARE * rows / most));
    List<Round> rounds = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      rounds.add(new Round(Set.of(slice), most, parts, part));
    }
    return rounds;
  }

  /**
   * Tells whether a row is one of the round's.
   *
   * @param key the hash of its primary key
   */
  public boolean has(int slice, Hash128 key) {
    return slices.contains(slice) && (parts == 1 || Math.floorMod(key.high(), parts) == part);
  }
}
