package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.NearestName;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the columns that a caller names. */
final class Columns {

  private Columns() {}

  /**
   * Returns the columns that were named, in that order.
   *
   * @param names in internal form; none for all columns
   */
  static RowSchema select(TableSchema table, List<String> names) {
    if (names.isEmpty()) {
      return table.rows();
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw TransferException.of(
            ErrorCode.BAD_OPTION, "Column " + name + " is named twice", "Name each column once");
      }
    }
    return new RowSchema(names.stream().map(name -> find(table, name)).toList());
  }

  /** Returns the column of that name, or throws with the nearest name. */
  static Column find(TableSchema table, String name) {
    OptionalInt index = table.rows().indexOf(name);
    if (index.isEmpty()) {
      List<String> existing = table.rows().names();
      throw TransferException.of(
          ErrorCode.NO_SUCH_COLUMN,
          "Table " + table.cqlName() + " has no column " + name,
          NearestName.find(name, existing)
              .map(near -> "Did you mean " + near + "?")
              .orElse("It has " + String.join(", ", existing)));
    }
    return table.rows().column(index.getAsInt());
  }
}
