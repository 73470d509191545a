package io.cqlai.parquet.internal.load;

import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.List;
import java.util.stream.Stream;

/** Tables for tests without a server. */
public final class TestTables {

  private TestTables() {}

  /** {@code shop.orders (id, day, "Order", note static, items list<text>)}, keyed by id and day. */
  public static TableSchema orders() {
    return table(
        new Column("id", CqlType.Scalar.INT, ColumnRole.PARTITION_KEY),
        new Column("day", CqlType.Scalar.DATE, ColumnRole.CLUSTERING),
        new Column("note", CqlType.Scalar.TEXT, ColumnRole.STATIC),
        new Column("Order", CqlType.Scalar.TEXT, ColumnRole.REGULAR),
        new Column("items", new CqlType.ListOf(CqlType.Scalar.TEXT, false), ColumnRole.REGULAR));
  }

  /** A table {@code shop.orders} of these columns. */
  public static TableSchema table(Column... columns) {
    return new TableSchema(
        "shop", "orders", new RowSchema(List.of(columns)), false, false, List.of(), "CREATE TABLE");
  }

  /** How rows with these of the table's columns are written. */
  static LoadSpec spec(TableSchema table, WriteMode mode, String... columns) {
    List<Column> picked =
        Stream.of(columns)
            .map(name -> table.rows().column(table.rows().indexOf(name).orElseThrow()))
            .toList();
    return new LoadSpec(table, picked, mode, Nulls.UNSET, mode == WriteMode.UPSERT, false);
  }
}
