package io.cqlai.parquet.report;

import java.util.List;

/**
 * One thing in which a file is not what it has to be.
 *
 * @param kind what it is
 * @param where the primary key as CQL; where rows are not told apart, the token range with what was
 *     counted; for a row that cannot be read, its place and the reason
 * @param columns for {@link DifferenceKind#OTHER_VALUES} the columns whose values differ, as CQL
 *     writes their names; empty for all else
 */
public record Difference(DifferenceKind kind, String where, List<String> columns) {

  public Difference {
    columns = List.copyOf(columns);
  }
}
