package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.checkpoint.JobIdentity;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.QueryResult;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.Tables;
import io.cqlai.parquet.internal.digest.KeptPrecision;
import io.cqlai.parquet.internal.digest.RowDigests;
import io.cqlai.parquet.internal.digest.Slicing;
import io.cqlai.parquet.internal.scan.KeyTokens;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.scan.SizeEstimate;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an export reads, looked up and prepared.
 *
 * @param subject the table as CQL writes it, or the query
 * @param table the table; empty for a query
 * @param rows what a row is made of
 * @param cql the statement of each unit
 * @param units the parts that are read
 * @param estimate how large it is, as far as a node can tell
 * @param warnings what a caller should know
 */
record Selection(
    String subject,
    Optional<TableSchema> table,
    RowSchema rows,
    String cql,
    List<ScanUnit> units,
    SizeEstimate estimate,
    List<String> warnings) {

  private static final SizeEstimate UNKNOWN = new SizeEstimate(0, 0);

  static Selection of(Requests requests, Awaiting waiter, Source source, OptionSet options) {
    if (source instanceof Source.Table table) {
      return ofTable(requests, waiter, table, options);
    }
    refuseTokens(options);
    if (source instanceof Source.Query query) {
      PreparedStatement prepared = TableScan.prepare(requests, waiter, query.cql());
      return ofQuery(requests, prepared, TableScan.bind(prepared, query.values()));
    }
    Statement<?> made = ((Source.Made) source).statement();
    if (made instanceof SimpleStatement simple) {
      PreparedStatement prepared =
          waiter.await(
              requests.prepare(simple.setExecutionProfile(requests.profile())),
              "Preparing \"" + simple.getQuery() + "\"");
      return ofQuery(requests, prepared, bound(prepared, simple));
    }
    if (made instanceof BoundStatement bound) {
      return ofQuery(requests, bound.getPreparedStatement(), bound);
    }
    throw TransferException.of(
        ErrorCode.BAD_QUERY,
        made instanceof BatchStatement
            ? "A batch returns no rows to export"
            : "Cannot export a statement of " + made.getClass(),
        "Give a SimpleStatement or BoundStatement of a SELECT");
  }

  /** Returns what makes an export of it the same export, beside its options. */
  JobIdentity identity(Requests requests, Awaiting waiter) {
    String columns = rows.columns().stream().map(Column::toCql).collect(Collectors.joining(", "));
    return JobIdentity.NONE
        .with("the cluster", requests.session().getMetadata().getClusterName().orElse(""))
        .with("what is exported", subject)
        .with("the table", table.map(t -> Tables.id(requests, waiter, t)).orElse("none"))
        .with("the query", cql)
        .with("the values bound to the query", units.get(0).values())
        .with("the columns", columns);
  }

  /**
   * Returns how digests of the rows are made.
   *
   * @param kept what the file keeps of each column
   */
  RowDigests digests(List<KeptPrecision> kept) {
    KeyTokens keys = units.get(0).keys();
    return keys == null
        ? new RowDigests(rows, kept, List.of(), Slicing.NONE)
        : new RowDigests(rows, kept, keys.names(rows), keys.slices());
  }

  /** Tells whether each partition is one row, so that counting the ones counts the others. */
  boolean rowsArePartitions() {
    return table.isPresent()
        && table.get().rows().columns().stream().noneMatch(c -> c.role() == ColumnRole.CLUSTERING);
  }

  private static Selection ofTable(
      Requests requests, Awaiting waiter, Source.Table source, OptionSet options) {
    TableSchema table = Tables.find(requests, waiter, source.keyspace(), source.table());
    RowSchema rows = Columns.select(table, source.columns());
    SizeEstimate estimate = SizeEstimate.of(requests, waiter, table);
    TableScan scan = TableScan.of(requests, waiter, table, rows, source, estimate, options);
    List<String> warnings = new ArrayList<>();
    if (source.where() != null && scan.units().get(0).span() != null) {
      warnings.add(
          "The condition is checked on every row of the table, by token range with ALLOW"
              + " FILTERING");
    }
    return new Selection(
        table.cqlName(), Optional.of(table), rows, scan.cql(), scan.units(), estimate, warnings);
  }

  private static Selection ofQuery(
      Requests requests, PreparedStatement prepared, BoundStatement statement) {
    String cql = prepared.getQuery();
    if (prepared.getResultSetDefinitions().size() == 0) {
      throw TransferException.of(
          ErrorCode.BAD_QUERY, "The statement \"" + cql + "\" returns no rows", "Give a SELECT");
    }
    RowSchema rows = QueryResult.columns(prepared.getResultSetDefinitions());
    BoundStatement sent = statement.setExecutionProfile(requests.profile()).setIdempotent(false);
    return new Selection(
        cql,
        Optional.empty(),
        rows,
        cql,
        List.of(new ScanUnit(sent, TableScan.types(prepared), null, null)),
        UNKNOWN,
        List.of());
  }

  private static BoundStatement bound(PreparedStatement prepared, SimpleStatement simple) {
    if (simple.getNamedValues().isEmpty()) {
      return TableScan.bind(prepared, simple.getPositionalValues());
    }
    List<Object> values = new ArrayList<>();
    prepared
        .getVariableDefinitions()
        .forEach(v -> values.add(simple.getNamedValues().get(v.getName())));
    return TableScan.bind(prepared, values);
  }

  private static void refuseTokens(OptionSet options) {
    if (options.has(CopyOption.BEGINTOKEN) || options.has(CopyOption.ENDTOKEN)) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "BEGINTOKEN and ENDTOKEN apply to a table, and a query is exported",
          "Write token(…) into the query");
    }
  }
}
