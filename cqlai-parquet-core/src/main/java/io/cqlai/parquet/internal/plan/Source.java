package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.Nullable;

/** What an export reads. */
public sealed interface Source {

  /**
   * A table or a part of it.
   *
   * @param keyspace in internal form, or null for the session's keyspace
   * @param table in internal form
   * @param columns in internal form; none for all of them, in the table's order
   * @param where a condition in CQL without the word WHERE, or null for all rows
   * @param values what the condition's bind markers stand for
   */
  record Table(
      @Nullable String keyspace,
      String table,
      List<String> columns,
      @Nullable String where,
      List<Object> values)
      implements Source {
    public Table {
      columns = List.copyOf(columns);
      values = Collections.unmodifiableList(new ArrayList<>(values)); // a value may be null
    }
  }

  /** A query that runs as it is, as text with values. */
  record Query(String cql, List<Object> values) implements Source {
    public Query {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** A statement that the caller made. */
  record Made(Statement<?> statement) implements Source {}
}
