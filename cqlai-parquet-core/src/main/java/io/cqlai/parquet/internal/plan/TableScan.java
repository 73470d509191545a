package io.cqlai.parquet.internal.plan;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.type.DataType;
import io.cqlai.parquet.copy.Condition;
import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.Tables;
import io.cqlai.parquet.internal.scan.KeyTokens;
import io.cqlai.parquet.internal.scan.Ring;
import io.cqlai.parquet.internal.scan.ScanUnit;
import io.cqlai.parquet.internal.scan.SizeEstimate;
import io.cqlai.parquet.internal.scan.TokenSpan;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * How a table is read: by token ranges, or by one query where ranges make no sense.
 *
 * @param cql the query of each unit
 * @param units the units in the order of the ring
 */
record TableScan(String cql, List<ScanUnit> units) {

  /** A piece of the ring is to hold about this much, as far as the server's estimates tell. */
  private static final long PIECE_BYTES = 32L << 20;

  private static final int LEAST_PIECES = 16;
  private static final int MOST_PIECES = 20_000;

  static TableScan of(
      Requests requests,
      Awaiting waiter,
      TableSchema table,
      RowSchema rows,
      Source.Table source,
      SizeEstimate estimate,
      OptionSet options) {
    String select =
        "SELECT "
            + rows.columns().stream().map(Column::cqlName).collect(Collectors.joining(", "))
            + " FROM "
            + table.cqlName();
    Optional<Condition> where =
        Optional.ofNullable(source.where()).map(text -> Condition.parse(text));
    TokenSpan span = span(options);
    Optional<Ring> ring = ring(requests, waiter, table);
    boolean ranged = ring.isPresent() && where.map(w -> !isOneQuery(w, table)).orElse(true);
    KeyTokens keys = ring.map(there -> keyTokens(there, table, rows)).orElse(null);
    if (!ranged) {
      return whole(requests, waiter, select, where.orElse(null), source, options, keys);
    }
    String key =
        table.partitionKey().stream().map(Column::cqlName).collect(Collectors.joining(", "));
    String cql =
        select
            + (" WHERE token(" + key + ") > ? AND token(" + key + ") <= ?")
            + where.map(w -> " AND " + w.text() + "\nALLOW FILTERING").orElse("");
    PreparedStatement prepared = prepare(requests, waiter, cql);
    List<DataType> types = List.copyOf(types(prepared));
    List<ScanUnit> units = new ArrayList<>();
    for (TokenSpan piece : ring.get().spread(pieces(span, ring.get(), estimate))) {
      List<Object> values = new ArrayList<>(List.of(piece.start(), piece.end()));
      values.addAll(source.values());
      BoundStatement statement = bind(prepared, values).setRoutingToken(ring.get().token(piece));
      units.add(new ScanUnit(statement, types, piece, keys));
    }
    return new TableScan(cql, units);
  }

  /** Returns what tells the tokens of rows, or null where they do not have the whole key. */
  @Nullable
  private static KeyTokens keyTokens(Ring ring, TableSchema table, RowSchema rows) {
    List<OptionalInt> cells =
        table.partitionKey().stream().map(column -> rows.indexOf(column.name())).toList();
    return cells.stream().allMatch(OptionalInt::isPresent)
        ? ring.keyTokens(cells.stream().mapToInt(OptionalInt::getAsInt).toArray())
        : null;
  }

  /**
   * Cuts a stretch of the ring at the nodes' tokens, and then into enough pieces of some size: to
   * read several at once, and so that none takes long.
   */
  private static List<TokenSpan> pieces(TokenSpan span, Ring ring, SizeEstimate estimate) {
    List<TokenSpan> owned = TokenSpan.cut(span, ring.tokens());
    long tableBytes = estimate.partitions() * estimate.meanPartitionBytes() * ring.nodes();
    long wanted = Math.max(LEAST_PIECES, Math.min(MOST_PIECES, tableBytes / PIECE_BYTES));
    int each = (int) ((wanted + owned.size() - 1) / owned.size());
    return owned.stream().flatMap(whole -> whole.split(each).stream()).toList();
  }

  private static TableScan whole(
      Requests requests,
      Awaiting waiter,
      String select,
      @Nullable Condition where,
      Source.Table source,
      OptionSet options,
      @Nullable KeyTokens keys) {
    if (options.has(CopyOption.BEGINTOKEN) || options.has(CopyOption.ENDTOKEN)) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "BEGINTOKEN and ENDTOKEN cannot be used here: this export runs as one query, not by token"
              + " range",
          "Leave them out, or write token(…) into the condition");
    }
    String cql = where == null ? select : select + " WHERE " + where.text();
    PreparedStatement prepared = prepare(requests, waiter, cql);
    ScanUnit unit = new ScanUnit(bind(prepared, source.values()), types(prepared), null, keys);
    return new TableScan(cql, List.of(unit));
  }

  /** The whole partition key is given, the ring is named by the caller. */
  private static boolean isOneQuery(Condition where, TableSchema table) {
    return where.usesToken()
        || where.fixed().containsAll(table.partitionKey().stream().map(Column::name).toList());
  }

  private static Optional<Ring> ring(Requests requests, Awaiting waiter, TableSchema table) {
    return Tables.areOnTheRing(requests, waiter, table.keyspace())
        ? Ring.of(requests.session(), table.keyspace())
        : Optional.empty();
  }

  private static TokenSpan span(OptionSet options) {
    OptionalLong begin = options.number(CopyOption.BEGINTOKEN);
    OptionalLong end = options.number(CopyOption.ENDTOKEN);
    TokenSpan span =
        new TokenSpan(begin.orElse(TokenSpan.RING.start()), end.orElse(TokenSpan.RING.end()));
    if (span.start() >= span.end()) {
      throw TransferException.of(
          ErrorCode.BAD_OPTION,
          "BEGINTOKEN " + span.start() + " is not below ENDTOKEN " + span.end(),
          "A range that passes the end of the ring is two exports");
    }
    return span;
  }

  static PreparedStatement prepare(Requests requests, Awaiting waiter, String cql) {
    try {
      return waiter.await(requests.prepare(cql), "Preparing \"" + cql + "\"");
    } catch (TransferException e) {
      if (e.code() != ErrorCode.SERVER_REFUSED) {
        throw e;
      }
      throw TransferException.of(
              ErrorCode.BAD_QUERY,
              String.valueOf(e.getMessage()),
              "Check the condition or the query; it is CQL as the server reads it")
          .causedBy(e);
    }
  }

  /** Returns the types of what a prepared query returns, as they are now. */
  static List<DataType> types(PreparedStatement prepared) {
    List<DataType> types = new ArrayList<>();
    prepared.getResultSetDefinitions().forEach(column -> types.add(column.getType()));
    return types;
  }

  /** Binds with the driver's codecs, which say what is wrong with a value in their own words. */
  static BoundStatement bind(PreparedStatement prepared, List<Object> values) {
    int wanted = prepared.getVariableDefinitions().size();
    if (wanted != values.size()) {
      throw TransferException.of(
          ErrorCode.BAD_QUERY,
          "The statement \""
              + prepared.getQuery()
              + "\" has "
              + wanted
              + " bind markers, and "
              + values.size()
              + " values are bound to it",
          "Give one value for each marker");
    }
    try {
      return prepared.bind(values.toArray());
    } catch (RuntimeException e) {
      throw TransferException.of(
              ErrorCode.BAD_QUERY,
              "A value does not fit its bind marker in \""
                  + prepared.getQuery()
                  + "\": "
                  + e.getMessage(),
              "Give a value of the Java type that the driver maps to the column's CQL type")
          .causedBy(e);
    }
  }
}
