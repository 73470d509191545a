package io.cqlai.parquet.copy;

import java.util.List;

/**
 * What could be typed at a cursor.
 *
 * @param start index in the text of the first {@code char} that a candidate takes the place of; the
 *     cursor is the end
 * @param candidates whole words, options and values that fit what is already typed, best first
 * @param wanted what belongs here; for a table, a column or a path the shell knows the candidates
 */
public record Completion(int start, List<String> candidates, Wanted wanted) {

  /** What belongs at the cursor. */
  public enum Wanted {
    /** Nothing that is known here, such as inside of a comment or of CQL. */
    NOTHING,
    /** A keyword or the name of an option; they are the candidates. */
    WORD,
    /** The name of a table, or of a keyspace before its table. */
    TABLE,
    /** The name of a column. */
    COLUMN,
    /** A path in single quotes. */
    PATH,
    /** The value of an option; where it is a choice, the candidates are all there is. */
    VALUE
  }

  /** Makes the completion; the list is copied. */
  public Completion {
    candidates = List.copyOf(candidates);
  }
}
