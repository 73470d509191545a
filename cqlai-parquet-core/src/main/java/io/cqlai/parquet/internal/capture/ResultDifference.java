package io.cqlai.parquet.internal.capture;

import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import java.util.List;
import java.util.Optional;

/** The first difference between the columns of two results. */
final class ResultDifference {

  private ResultDifference() {}

  /** Returns it as half a sentence, or empty where there is none; roles do not count. */
  static Optional<String> between(RowSchema before, RowSchema now) {
    return between(texts(before), texts(now));
  }

  /** Returns the same of columns of which only this is known. */
  static Optional<String> between(List<String> before, List<String> now) {
    int both = Math.min(before.size(), now.size());
    for (int i = 0; i < both; i++) {
      String was = before.get(i);
      String is = now.get(i);
      if (!was.equals(is)) {
        return Optional.of("column " + (i + 1) + " was " + was + " and is " + is);
      }
    }
    if (before.size() == now.size()) {
      return Optional.empty();
    }
    return Optional.of(
        before.size() > both
            ? "column " + (both + 1) + " was " + before.get(both) + " and is missing"
            : "column " + (both + 1) + " is " + now.get(both) + " and was not there");
  }

  private static List<String> texts(RowSchema rows) {
    return rows.columns().stream().map(ResultDifference::text).toList();
  }

  /** What is frozen in a table is not told of a result, and is the same in a file. */
  private static String text(Column column) {
    String type = column.type().toCql();
    return column.cqlName() + " " + (type.contains("frozen<") ? Thawed.of(type) : type);
  }
}
