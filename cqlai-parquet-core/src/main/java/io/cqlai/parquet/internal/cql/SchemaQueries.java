package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import io.cqlai.parquet.error.TransferException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/** The server's schema tables: {@code system_schema} and {@code system_virtual_schema}. */
final class SchemaQueries {

  private static final String COLUMNS =
      "SELECT column_name, kind, position, type, clustering_order FROM %s.columns"
          + " WHERE keyspace_name = ? AND table_name = ?";

  private final Requests requests;
  private final Awaiting waiter;

  SchemaQueries(Requests requests, Awaiting waiter) {
    this.requests = requests;
    this.waiter = waiter;
  }

  List<SchemaColumn> columns(String keyspace, String table) {
    return columns(all(COLUMNS.formatted("system_schema"), keyspace, table));
  }

  List<SchemaColumn> virtualColumns(String keyspace, String table) {
    return columns(virtual(COLUMNS.formatted("system_virtual_schema"), keyspace, table));
  }

  private static List<SchemaColumn> columns(List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new SchemaColumn(
                    text(row, "column_name"),
                    SchemaColumn.roleOf(text(row, "kind")),
                    row.getInt("position"),
                    text(row, "type"),
                    text(row, "clustering_order").equalsIgnoreCase("desc")))
        .toList();
  }

  Optional<Row> table(String keyspace, String table) {
    return all(
            "SELECT * FROM system_schema.tables WHERE keyspace_name = ? AND table_name = ?",
            keyspace,
            table)
        .stream()
        .findFirst();
  }

  Optional<Row> view(String keyspace, String view) {
    String cql = "SELECT id FROM system_schema.views WHERE keyspace_name = ? AND view_name = ?";
    return all(cql, keyspace, view).stream().findFirst();
  }

  /** Returns the fields of each user-defined type, in order, with their types in CQL. */
  Map<String, Map<String, String>> types(String keyspace) {
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    String cql =
        "SELECT type_name, field_names, field_types FROM system_schema.types"
            + " WHERE keyspace_name = ?";
    for (Row row : all(cql, keyspace)) {
      List<String> names = row.getList("field_names", String.class);
      List<String> fieldTypes = row.getList("field_types", String.class);
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; names != null && fieldTypes != null && i < names.size(); i++) {
        fields.put(names.get(i), fieldTypes.get(i));
      }
      types.put(text(row, "type_name"), fields);
    }
    return types;
  }

  /** Returns how a keyspace is replicated; empty where it is virtual or does not exist. */
  Optional<Map<String, String>> replication(String keyspace) {
    String cql = "SELECT replication FROM system_schema.keyspaces WHERE keyspace_name = ?";
    return all(cql, keyspace).stream()
        .findFirst()
        .map(row -> row.getMap("replication", String.class, String.class));
  }

  List<String> keyspaces() {
    List<String> names = new ArrayList<>();
    add(all("SELECT keyspace_name FROM system_schema.keyspaces"), names);
    add(virtual("SELECT keyspace_name FROM system_virtual_schema.keyspaces"), names);
    return names;
  }

  List<String> tables(String keyspace) {
    List<String> names = new ArrayList<>();
    String where = " WHERE keyspace_name = ?";
    add(all("SELECT table_name FROM system_schema.tables" + where, keyspace), names);
    add(all("SELECT view_name FROM system_schema.views" + where, keyspace), names);
    add(virtual("SELECT table_name FROM system_virtual_schema.tables" + where, keyspace), names);
    return names;
  }

  private static void add(List<Row> rows, List<String> names) {
    rows.forEach(row -> names.add(row.getString(0)));
  }

  /** Returns how a table's storage is made up; null for views and virtual tables. */
  @Nullable
  static Set<String> flags(@Nullable Row table) {
    if (table == null) {
      return null;
    }
    Set<String> flags = table.getSet("flags", String.class);
    return flags == null ? Set.of() : flags;
  }

  /** Returns the options that say what becomes of the data, as CQL writes them. */
  static Map<String, String> options(@Nullable Row table) {
    Map<String, String> options = new LinkedHashMap<>();
    if (table != null) {
      String comment = table.getString("comment");
      if (comment != null && !comment.isEmpty()) {
        options.put("comment", "'" + comment.replace("'", "''") + "'");
      }
      options.put("default_time_to_live", Integer.toString(table.getInt("default_time_to_live")));
      options.put("gc_grace_seconds", Integer.toString(table.getInt("gc_grace_seconds")));
    }
    return options;
  }

  private static String text(Row row, String column) {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  /** Asks for virtual tables, which a server before 4.0 does not have. */
  private List<Row> virtual(String cql, Object... values) {
    try {
      return all(cql, values);
    } catch (TransferException e) {
      if (e.getCause() instanceof InvalidQueryException) {
        return List.of();
      }
      throw e;
    }
  }

  private List<Row> all(String cql, Object... values) {
    // Each node has the whole schema: any one will do.
    SimpleStatement statement =
        requests.statement(cql, values).setConsistencyLevel(ConsistencyLevel.LOCAL_ONE);
    String what = "Reading the schema";
    List<Row> rows = new ArrayList<>();
    AsyncResultSet page = waiter.await(requests.ask(statement), what);
    page.currentPage().forEach(rows::add);
    while (page.hasMorePages()) {
      page = waiter.await(page.fetchNextPage(), what);
      page.currentPage().forEach(rows::add);
    }
    return rows;
  }
}
