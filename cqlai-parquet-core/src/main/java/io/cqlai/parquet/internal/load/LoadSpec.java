package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.TableSchema;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the rows of one file are written as.
 *
 * @param table the table
 * @param columns the table's columns that the rows have cells for, in the order of the cells
 * @param mode the kind of statement
 * @param nulls what a null does
 * @param writeTime whether the statement takes a write time
 * @param ttl whether the statement takes a time to live
 */
public record LoadSpec(
    TableSchema table,
    List<Column> columns,
    WriteMode mode,
    Nulls nulls,
    boolean writeTime,
    boolean ttl) {

  public LoadSpec {
    columns = List.copyOf(columns);
  }

  /** Tells whether the server looks at the row before it writes: INSERT and UPDATE. */
  public boolean conditional() {
    return mode == WriteMode.INSERT || mode == WriteMode.UPDATE;
  }

  /** Tells whether a write may be sent again when nobody knows whether it was applied. */
  public boolean repeatable() {
    return mode == WriteMode.UPSERT;
  }

  /**
   * Tells whether a repeated write needs a later write time: cells of a list that is not frozen are
   * added to those of the same write time.
   */
  public boolean hasOpenList() {
    return columns.stream()
        .anyMatch(c -> c.type() instanceof CqlType.ListOf list && !list.frozen());
  }

  /** Tells whether there are cells for a column of this role. */
  public boolean has(ColumnRole role) {
    return columns.stream().anyMatch(c -> c.role() == role);
  }

  /** Returns the positions of the cells of these roles, in their order. */
  public int[] cells(ColumnRole... roles) {
    List<ColumnRole> wanted = List.of(roles);
    return IntStream.range(0, columns.size())
        .filter(i -> wanted.contains(columns.get(i).role()))
        .toArray();
  }

  /** Returns the positions of the primary key's cells, in the key's order. */
  public int[] keyCells() {
    return table.primaryKey().stream().mapToInt(columns::indexOf).filter(i -> i >= 0).toArray();
  }
}
