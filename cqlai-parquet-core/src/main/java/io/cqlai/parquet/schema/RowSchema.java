package io.cqlai.parquet.schema;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The columns of a row, in order. Names are distinct.
 *
 * @param columns the columns; an empty list is allowed only for a row without columns
 */
public record RowSchema(List<Column> columns) {

  public RowSchema {
    columns = List.copyOf(columns);
  }

  /** Returns how many columns there are. */
  public int size() {
    return columns.size();
  }

  /**
   * Returns the column at a position.
   *
   * @param index from 0
   */
  public Column column(int index) {
    return columns.get(index);
  }

  /**
   * Returns the position of a column, or empty where there is none of that name.
   *
   * @param name the name in internal form
   */
  public OptionalInt indexOf(String name) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(name))
        .findFirst();
  }

  /** Returns the names of the columns in internal form, in their order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** Tells whether any column is static. */
  public boolean hasStatics() {
    return columns.stream().anyMatch(c -> c.role() == ColumnRole.STATIC);
  }
}
