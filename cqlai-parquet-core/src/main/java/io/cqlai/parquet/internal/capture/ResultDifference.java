package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import java.util.Optional;

/** The first difference between the columns of two results, by their CQL types. */
final class ResultDifference {

  private ResultDifference() {}

  /** Returns it as half a sentence, or empty where there is none; roles do not count. */
  static Optional<String> between(RowSchema before, RowSchema now) {
    int both = Math.min(before.size(), now.size());
    for (int i = 0; i < both; i++) {
      String was = text(before.column(i));
      String is = text(now.column(i));
      if (!was.equals(is)) {
        return Optional.of("column " + (i + 1) + " was " + was + " and is " + is);
      }
    }
    if (before.size() == now.size()) {
      return Optional.empty();
    }
    return Optional.of(
        before.size() > both
            ? "column " + (both + 1) + " was " + text(before.column(both)) + " and is missing"
            : "column " + (both + 1) + " is " + text(now.column(both)) + " and was not there");
  }

  /** What is frozen in a table is not told of a result, and is the same in a file. */
  private static String text(Column column) {
    String type = column.type().toCql();
    return column.cqlName() + " " + (type.contains("frozen<") ? Thawed.of(type) : type);
  }
}
