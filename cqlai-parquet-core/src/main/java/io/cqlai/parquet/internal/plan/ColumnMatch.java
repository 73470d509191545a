package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlName;
import java.util.List;

/**
 * Which field of a file fills which column.
 *
 * @param pairs the columns that are filled
 * @param lacking the table's columns for which the file has no field; none where columns were
 *     listed
 * @param unused the fields of the file that are no column's
 * @param warnings what a caller should know, each a sentence
 */
record ColumnMatch(
    List<Pair> pairs, List<Column> lacking, List<String> unused, List<String> warnings) {

  ColumnMatch {
    pairs = List.copyOf(pairs);
    lacking = List.copyOf(lacking);
    unused = List.copyOf(unused);
    warnings = List.copyOf(warnings);
  }

  /** Returns the columns in the order of the cells. */
  List<Column> columns() {
    return pairs.stream().map(Pair::column).toList();
  }

  /** A column and the field that fills it. */
  record Pair(Column column, String field) {

    /** Returns the pair as a column list of COPY writes it. */
    String text() {
      return column.name().equals(field)
          ? column.cqlName()
          : column.cqlName() + " = " + CqlName.quoteIfNeeded(field);
    }
  }
}
