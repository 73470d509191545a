package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.cql.ColumnDefinition;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.RowSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a query returns, as columns of our own. */
public final class QueryResult {

  private QueryResult() {}

  /**
   * Returns the columns of a result, by the names that the server gives them. A name that comes
   * again gets a number: {@code n, n_2, n_3}. No role is known, because a query may return a key's
   * column in any shape and more than once.
   */
  public static RowSchema columns(ColumnDefinitions definitions) {
    Set<String> taken = new HashSet<>();
    for (ColumnDefinition definition : definitions) {
      taken.add(definition.getName().asInternal());
    }
    Set<String> used = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (ColumnDefinition definition : definitions) {
      String name = definition.getName().asInternal();
      String unique = name;
      for (int i = 2; !used.add(unique); i++) {
        unique = name + "_" + i;
        if (taken.contains(unique)) {
          unique = name; // another column has that name by itself: try the next number
        }
      }
      columns.add(new Column(unique, DriverTypes.of(definition.getType()), ColumnRole.REGULAR));
    }
    return new RowSchema(columns);
  }
}
