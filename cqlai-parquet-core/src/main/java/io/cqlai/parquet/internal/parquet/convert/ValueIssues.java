package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.internal.value.LossCounters;
import java.util.HashMap;
import java.util.Map;

/** Is told of the values that do not fit, by who converts them. */
public final class ValueIssues {

  private static final int LONGEST_EXCERPT = 60;

  private final ColumnIssues column;
  private final String part;
  private final Map<String, LossCounters.Counter> counters = new HashMap<>();

  ValueIssues(ColumnIssues column, String part) {
    this.column = column;
    this.part = part;
  }

  /**
   * Is told that a value does not fit: its row is rejected.
   *
   * @param why as a phrase, with the value
   * @return false, so that a converter can return it
   */
  public boolean reject(String why) {
    column.reject(part.isEmpty() ? why : part + ": " + why);
    return false;
  }

  /**
   * Is told that a value loses something: it is counted, or rejected where that is not allowed.
   *
   * @param what what is lost, as a phrase: {@code "digits below a millisecond"}
   * @param value the value, for the reason of a reject
   * @return whether the value is to be taken with its loss
   */
  public boolean lose(String what, Object value) {
    if (!column.lossesAllowed()) {
      return reject(value + " would lose " + what + " (CONVERT='LENIENT' takes it)");
    }
    column.lose(counters.computeIfAbsent(what, column::counter));
    return true;
  }

  /** Returns a text for a reason: in quotes, cut where it is long. */
  public static String excerpt(String text) {
    String cut = text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    return "'" + cut + "'";
  }
}
