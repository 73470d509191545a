package io.cqlai.parquet.internal.cql;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlTypeParser;
import io.cqlai.parquet.schema.CreateTypes;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import io.cqlai.parquet.schema.UserTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a table's schema from the rows of the schema tables. */
final class TableBuilder {

  private final String keyspace;
  private final String table;
  private final UserTypes userTypes;

  TableBuilder(String keyspace, String table, UserTypes userTypes) {
    this.keyspace = keyspace;
    this.table = table;
    this.userTypes = userTypes;
  }

  /**
   * Builds the schema.
   *
   * @param columns those that queries have, in any order
   * @param options the table's options as CQL writes them
   */
  TableSchema build(List<SchemaColumn> columns, Map<String, String> options, boolean view) {
    List<SchemaColumn> ordered = new ArrayList<>(columns);
    // As SELECT * has them: the key, then static columns, then the others, each of these by name.
    ordered.sort(
        Comparator.comparing(SchemaColumn::role)
            .thenComparingInt(SchemaColumn::position)
            .thenComparing(SchemaColumn::name));
    RowSchema rows = new RowSchema(ordered.stream().map(this::column).toList());
    boolean counters = rows.columns().stream().anyMatch(c -> c.type() == CqlType.Scalar.COUNTER);
    return new TableSchema(
        keyspace,
        table,
        rows,
        counters,
        view,
        CreateTypes.of(rows),
        createTable(ordered, rows, options));
  }

  private Column column(SchemaColumn column) {
    try {
      CqlType type = CqlTypeParser.parse(column.type(), userTypes);
      return new Column(column.name(), type, column.role());
    } catch (IllegalArgumentException e) {
      throw TransferException.of(
              ErrorCode.UNSUPPORTED,
              "Column "
                  + CqlName.quoteIfNeeded(column.name())
                  + " of "
                  + CqlName.qualified(keyspace, table)
                  + " has a type that this version does not know. "
                  + e.getMessage(),
              "Name the other columns to leave it out")
          .causedBy(e);
    }
  }

  /**
   * Writes the statement that makes a table of the same columns, for a view and a virtual table
   * too. How a server keeps the rows (compaction, compression, caching, compact storage) is not
   * part of it: that differs between versions, and is the choice of the cluster on which it runs.
   */
  private String createTable(
      List<SchemaColumn> ordered, RowSchema rows, Map<String, String> options) {
    StringBuilder cql = new StringBuilder("CREATE TABLE ");
    cql.append(CqlName.qualified(keyspace, table)).append(" (");
    for (Column column : rows.columns()) {
      cql.append(column.toCql());
      cql.append(column.role() == ColumnRole.STATIC ? " static, " : ", ");
    }
    cql.append("PRIMARY KEY ((").append(names(ordered, ColumnRole.PARTITION_KEY)).append(')');
    String clustering = names(ordered, ColumnRole.CLUSTERING);
    cql.append(clustering.isEmpty() ? "" : ", " + clustering).append("))");
    List<String> with = new ArrayList<>();
    if (!clustering.isEmpty()) {
      with.add("CLUSTERING ORDER BY (" + order(ordered) + ")");
    }
    options.forEach((name, value) -> with.add(name + " = " + value));
    return cql.append(with.isEmpty() ? "" : " WITH " + String.join(" AND ", with)).toString();
  }

  private static String names(List<SchemaColumn> columns, ColumnRole role) {
    return columns.stream()
        .filter(c -> c.role() == role)
        .map(c -> CqlName.quoteIfNeeded(c.name()))
        .collect(Collectors.joining(", "));
  }

  private static String order(List<SchemaColumn> columns) {
    return columns.stream()
        .filter(c -> c.role() == ColumnRole.CLUSTERING)
        .map(c -> CqlName.quoteIfNeeded(c.name()) + (c.descending() ? " DESC" : " ASC"))
        .collect(Collectors.joining(", "));
  }
}
