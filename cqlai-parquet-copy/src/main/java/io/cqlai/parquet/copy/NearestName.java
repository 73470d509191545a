package io.cqlai.parquet.copy;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.Nullable;

/** Finds the name that a misspelt one was probably meant to be. */
public final class NearestName {

  private NearestName() {}

  /** {@code did you mean X?}, or null where no name is near. */
  @Nullable
  static String question(String misspelt, Collection<String> names) {
    return find(misspelt, names).map(name -> "did you mean " + name + "?").orElse(null);
  }

  /**
   * The nearest name by edit distance, the first of equals: at most one edit for every three
   * letters, so that nothing is guessed from a word that is merely different.
   */
  public static Optional<String> find(String misspelt, Collection<String> names) {
    String word = misspelt.toUpperCase(Locale.ROOT);
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      int allowed = Math.max(1, Math.min(name.length(), word.length()) / 3);
      if (Math.abs(name.length() - word.length()) <= allowed) {
        int distance = distance(word, name.toUpperCase(Locale.ROOT));
        if (distance <= allowed && distance < least) {
          nearest = name;
          least = distance;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Letters to insert, delete, change or swap with their neighbour. */
  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        best = Math.min(best, edits[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        edits[i][j] = swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
      }
    }
    return edits[a.length()][b.length()];
  }
}
