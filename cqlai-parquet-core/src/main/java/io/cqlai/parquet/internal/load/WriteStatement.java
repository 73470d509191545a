package io.cqlai.parquet.internal.load;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The CQL that writes rows of one shape, and what each of its bind markers takes.
 *
 * @param cql the statement
 * @param markers for each marker in order, the position of a cell, or {@link #WRITE_TIME} or {@link
 *     #TIME_TO_LIVE}
 */
record WriteStatement(String cql, int[] markers) {

  /** The marker takes the write time. */
  static final int WRITE_TIME = -1;

  /** The marker takes the time to live. */
  static final int TIME_TO_LIVE = -2;

  /** Returns the statement for rows that have a whole primary key. */
  static WriteStatement ofRows(LoadSpec spec) {
    return of(spec, spec.keyCells(), spec.cells(ColumnRole.STATIC, ColumnRole.REGULAR));
  }

  /** Returns the statement for rows that are a partition's static values alone. */
  static WriteStatement ofStatics(LoadSpec spec) {
    List<Column> partitionKey = spec.table().partitionKey();
    int[] keys = Arrays.stream(spec.keyCells()).limit(partitionKey.size()).toArray();
    return of(spec, keys, spec.cells(ColumnRole.STATIC));
  }

  private static WriteStatement of(LoadSpec spec, int[] keys, int[] others) {
    return spec.mode() == WriteMode.UPSERT || spec.mode() == WriteMode.INSERT
        ? insert(spec, keys, others)
        : update(spec, keys, others);
  }

  private static WriteStatement insert(LoadSpec spec, int[] keys, int[] others) {
    List<Integer> markers = new ArrayList<>();
    addAll(markers, keys);
    addAll(markers, others);
    String names = markers.stream().map(i -> name(spec, i)).collect(Collectors.joining(", "));
    String values = markers.stream().map(i -> "?").collect(Collectors.joining(", "));
    String condition = spec.mode() == WriteMode.INSERT ? " IF NOT EXISTS" : "";
    String cql =
        "INSERT INTO " + table(spec) + " (" + names + ") VALUES (" + values + ")" + condition;
    return new WriteStatement(cql + using(spec, markers), toArray(markers));
  }

  /** In an UPDATE, USING stands before the values: so do its markers. */
  private static WriteStatement update(LoadSpec spec, int[] keys, int[] others) {
    List<Integer> markers = new ArrayList<>();
    String using = using(spec, markers);
    addAll(markers, others);
    addAll(markers, keys);
    String cql =
        "UPDATE "
            + table(spec)
            + using
            + " SET "
            + joined(others, ", ", i -> assignment(spec, i))
            + " WHERE "
            + joined(keys, " AND ", i -> name(spec, i) + " = ?")
            + (spec.mode() == WriteMode.UPDATE ? " IF EXISTS" : "");
    return new WriteStatement(cql, toArray(markers));
  }

  private static String assignment(LoadSpec spec, int cell) {
    String name = name(spec, cell);
    return spec.mode() == WriteMode.COUNTER ? name + " = " + name + " + ?" : name + " = ?";
  }

  private static String using(LoadSpec spec, List<Integer> markers) {
    List<String> parts = new ArrayList<>();
    if (spec.writeTime()) {
      parts.add("TIMESTAMP ?");
      markers.add(WRITE_TIME);
    }
    if (spec.ttl()) {
      parts.add("TTL ?");
      markers.add(TIME_TO_LIVE);
    }
    return parts.isEmpty() ? "" : " USING " + String.join(" AND ", parts);
  }

  /** Returns the table as CQL writes it. */
  static String table(LoadSpec spec) {
    return quoted(spec.table().keyspace()) + "." + quoted(spec.table().table());
  }

  /** Returns the name of a cell's column as CQL writes it. */
  static String name(LoadSpec spec, int cell) {
    return name(spec.columns().get(cell));
  }

  /** Returns the name of a column as CQL writes it. */
  static String name(Column column) {
    return quoted(column.name());
  }

  /** The driver knows the reserved words, which need quotes as well. */
  private static String quoted(String internal) {
    return CqlIdentifier.fromInternal(internal).asCql(true);
  }

  private static String joined(int[] cells, String between, Function<Integer, String> text) {
    return Arrays.stream(cells).boxed().map(text).collect(Collectors.joining(between));
  }

  private static void addAll(List<Integer> markers, int[] cells) {
    Arrays.stream(cells).forEach(markers::add);
  }

  private static int[] toArray(List<Integer> markers) {
    return markers.stream().mapToInt(Integer::intValue).toArray();
  }
}
