package io.cqlai.parquet.benchmarks.table;

import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType.ListOf;
import io.cqlai.parquet.schema.CqlType.MapOf;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.CqlType.VectorOf;
import io.cqlai.parquet.schema.RowSchema;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The tables that are measured. Each row depends on its number alone, and is the same every day.
 */
public enum BenchTable {
  /** Twelve columns of scalars, each row a partition. */
  FLAT(
      1,
      "",
      new FlatRows(),
      key("id", Scalar.BIGINT),
      column("small", Scalar.INT),
      column("big", Scalar.BIGINT),
      column("ratio", Scalar.DOUBLE),
      column("score", Scalar.FLOAT),
      column("active", Scalar.BOOLEAN),
      column("name", Scalar.TEXT),
      column("city", Scalar.TEXT),
      column("created", Scalar.TIMESTAMP),
      column("day", Scalar.DATE),
      column("token_id", Scalar.UUID),
      column("price", Scalar.DECIMAL)),

  /** The events of the specification: a map and a list in each row, ten rows in a partition. */
  EVENTS(
      4,
      " WITH CLUSTERING ORDER BY (event_time DESC)",
      new EventRows(),
      key("user_id", Scalar.UUID),
      new Column("event_time", Scalar.TIMESTAMP, ColumnRole.CLUSTERING),
      column("event_type", Scalar.TEXT),
      column("properties", new MapOf(Scalar.TEXT, Scalar.TEXT, false)),
      column("vector", new ListOf(Scalar.FLOAT, false))),

  /** Vectors of 64 dimensions. */
  VECTORS(
      4,
      "",
      new VectorRows(),
      key("id", Scalar.BIGINT),
      column("label", Scalar.TEXT),
      column("embedding", new VectorOf(Scalar.FLOAT, VectorRows.DIMENSIONS))),

  /** Texts of about four thousand characters. */
  WIDE(
      20,
      "",
      new WideRows(),
      key("id", Scalar.BIGINT),
      column("title", Scalar.TEXT),
      column("body", Scalar.TEXT));

  private final int share;
  private final String with;
  private final Rows rows;
  private final RowSchema schema;

  BenchTable(int share, String with, Rows rows, Column... columns) {
    this.share = share;
    this.with = with;
    this.rows = rows;
    this.schema = new RowSchema(List.of(columns));
  }

  private static Column key(String name, Scalar type) {
    return new Column(name, type, ColumnRole.PARTITION_KEY);
  }

  private static Column column(String name, io.cqlai.parquet.schema.CqlType type) {
    return new Column(name, type, ColumnRole.REGULAR);
  }

  /** Returns the table's name in CQL, which is also how it is asked for and reported. */
  public String cqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name of the empty table of the same columns, which imports fill. */
  public String targetName() {
    return cqlName() + "_target";
  }

  /**
   * Returns how many rows the table has where the flat one has so many: the larger the rows, the
   * fewer.
   */
  public long rows(long flatRows) {
    return Math.max(1, flatRows / share);
  }

  /** Returns the columns in order. */
  public RowSchema schema() {
    return schema;
  }

  /** Returns the names of all columns, with commas between them. */
  public String columnNames() {
    return names(schema.columns());
  }

  /** Returns the column that is the partition key. */
  public String partitionKey() {
    return schema.column(0).name();
  }

  /** Returns the cells of a row, as the protocol sends them. */
  public ByteBuffer[] row(long number) {
    return rows.row(number);
  }

  /** Returns the statement that makes the table under a name. */
  public String createStatement(String table) {
    String columns =
        schema.columns().stream()
            .map(column -> column.name() + " " + column.type().toCql())
            .collect(Collectors.joining(", "));
    List<Column> keys =
        schema.columns().stream().filter(column -> column.role() != ColumnRole.REGULAR).toList();
    return "CREATE TABLE " + table + " (" + columns + ", PRIMARY KEY (" + names(keys) + "))" + with;
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
