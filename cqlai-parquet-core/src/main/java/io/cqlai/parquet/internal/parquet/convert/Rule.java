package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.option.Conversion;
import javax.annotation.Nullable;

/**
 * One entry of the table of conversions.
 *
 * @param needs the least that CONVERT has to allow
 * @param loses what values may lose, as a phrase: they are rejected unless CONVERT is LENIENT; null
 *     where none loses anything
 * @param maker makes the converter for a column
 */
public record Rule(Conversion needs, @Nullable String loses, Maker maker) {

  /** Makes a converter. */
  @FunctionalInterface
  public interface Maker {

    /**
     * Makes a converter for one column and one thread.
     *
     * @param issues is told of the values that do not fit
     */
    ValueConverter make(Leaf leaf, ValueIssues issues);
  }

  /** Tells whether the conversion may be made. */
  public boolean isAllowedBy(Conversion allowed) {
    return needs.compareTo(allowed) <= 0;
  }
}
