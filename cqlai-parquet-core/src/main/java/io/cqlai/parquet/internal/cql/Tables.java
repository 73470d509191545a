package io.cqlai.parquet.internal.cql;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.copy.NearestName;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.schema.CqlName;
import io.cqlai.parquet.schema.TableSchema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * Looks tables up on the server. The schema tables themselves are read ({@code system_schema}, and
 * {@code system_virtual_schema} since 4.0), and not the driver's copy of them: that one lags behind
 * other sessions' changes, knows no system keyspaces unless it is told to, and may be switched off.
 */
public final class Tables {

  private static final int MOST_NAMES_SHOWN = 10;

  private final SchemaQueries queries;

  private Tables(SchemaQueries queries) {
    this.queries = queries;
  }

  /**
   * Finds a table, a materialized view or a virtual table as it is now.
   *
   * @param keyspace in internal form, or null for the session's own
   * @param name in internal form
   * @throws TransferException {@link ErrorCode#NO_SUCH_KEYSPACE} or {@link
   *     ErrorCode#NO_SUCH_TABLE}, with the nearest name that exists; {@link ErrorCode#UNSUPPORTED}
   *     where a column has a type that this version does not know
   */
  public static TableSchema find(
      Requests requests, Awaiting waiter, @Nullable String keyspace, String name) {
    String in = keyspace == null ? sessionKeyspace(requests, name) : keyspace;
    return new Tables(new SchemaQueries(requests, waiter)).find(in, name);
  }

  private static String sessionKeyspace(Requests requests, String table) {
    return requests
        .session()
        .getKeyspace()
        .map(CqlIdentifier::asInternal)
        .orElseThrow(
            () ->
                TransferException.of(
                    ErrorCode.NO_SUCH_KEYSPACE,
                    "Table "
                        + CqlName.quoteIfNeeded(table)
                        + " is named without a keyspace, and the session uses none",
                    "Write keyspace.table, or USE a keyspace first"));
  }

  /**
   * Tells whether the rows of a keyspace's tables are spread over the ring and can be read by token
   * range. Where not, each node has rows of its own: in virtual tables, and in those that the
   * server keeps for itself.
   *
   * @param keyspace in internal form
   */
  public static boolean areOnTheRing(Requests requests, Awaiting waiter, String keyspace) {
    return new SchemaQueries(requests, waiter)
        .replication(keyspace)
        .map(replication -> !replication.getOrDefault("class", "").endsWith("LocalStrategy"))
        .orElse(false);
  }

  /**
   * Returns what tells a table or view from another of the same name: one that was dropped and made
   * again has another. Empty where it has none.
   */
  public static String id(Requests requests, Awaiting waiter, TableSchema table) {
    SchemaQueries queries = new SchemaQueries(requests, waiter);
    return queries
        .table(table.keyspace(), table.table())
        .or(() -> queries.view(table.keyspace(), table.table()))
        .map(row -> String.valueOf(row.getUuid("id")))
        .orElse("");
  }

  private TableSchema find(String keyspace, String table) {
    List<SchemaColumn> columns = queries.columns(keyspace, table);
    if (!columns.isEmpty()) {
      Optional<Row> row = queries.table(keyspace, table);
      if (row.isPresent()) {
        return build(keyspace, table, columns, row.get(), false);
      }
      if (queries.view(keyspace, table).isPresent()) {
        return build(keyspace, table, columns, null, true);
      }
    }
    List<SchemaColumn> virtual = queries.virtualColumns(keyspace, table);
    if (virtual.isEmpty()) {
      throw notFound(keyspace, table);
    }
    return build(keyspace, table, virtual, null, false);
  }

  private TableSchema build(
      String keyspace,
      String table,
      List<SchemaColumn> columns,
      @Nullable Row options,
      boolean view) {
    return new TableBuilder(keyspace, table, new SchemaTypes(keyspace, queries))
        .build(
            CompactStorage.visible(columns, SchemaQueries.flags(options)),
            SchemaQueries.options(options),
            view);
  }

  private TransferException notFound(String keyspace, String table) {
    List<String> keyspaces = queries.keyspaces();
    if (!keyspaces.contains(keyspace)) {
      return TransferException.of(
          ErrorCode.NO_SUCH_KEYSPACE,
          "There is no keyspace " + CqlName.quoteIfNeeded(keyspace),
          remedy(keyspace, keyspaces, "The cluster has"));
    }
    return TransferException.of(
        ErrorCode.NO_SUCH_TABLE,
        "Keyspace "
            + CqlName.quoteIfNeeded(keyspace)
            + " has no table "
            + CqlName.quoteIfNeeded(table),
        remedy(table, queries.tables(keyspace), "It has"));
  }

  private static String remedy(String name, List<String> existing, String introduction) {
    Optional<String> nearest = NearestName.find(name, existing);
    if (nearest.isPresent()) {
      String cql = CqlName.quoteIfNeeded(nearest.get());
      boolean quotesAlone = nearest.get().toLowerCase(Locale.ROOT).equals(name);
      return "Did you mean " + cql + "?" + (quotesAlone ? " It needs its double quotes" : "");
    }
    if (existing.isEmpty()) {
      return "Create it first: there is none";
    }
    String shown =
        existing.stream()
            .limit(MOST_NAMES_SHOWN)
            .map(CqlName::quoteIfNeeded)
            .collect(Collectors.joining(", "));
    int more = existing.size() - MOST_NAMES_SHOWN;
    String rest = more > 0 ? " and " + more + " more" : "";
    return "Create it, or check its name. " + introduction + " " + shown + rest;
  }
}
