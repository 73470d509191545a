package io.cqlai.parquet.it.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table with one row for each value of each of its columns. Its key is the column {@value #KEY},
 * which says column and value: {@code c_int, min}.
 *
 * @param name the table's name, which needs no quotes
 * @param types user-defined types, as CQL writes their names, to their fields; none uses a later
 *     one
 * @param columns column name, as CQL writes it, to what it holds
 * @param after statements to run when all rows are there
 */
public record MatrixTable(
    String name, Map<String, String> types, Map<String, Kind> columns, List<String> after) {

  /** The name of the key column. */
  public static final String KEY = "sample";

  /** A table that needs no other statements. */
  MatrixTable(String name, Map<String, Kind> columns) {
    this(name, Map.of(), columns, List.of());
  }

  /** The statements that create the types. */
  public List<String> createTypes() {
    return types.entrySet().stream()
        .map(type -> "CREATE TYPE " + type.getKey() + " (" + type.getValue() + ")")
        .toList();
  }

  /** The statements that drop the types, when no table uses them. */
  public List<String> dropTypes() {
    List<String> drops = new ArrayList<>();
    types.keySet().forEach(type -> drops.add(0, "DROP TYPE " + type));
    return drops;
  }

  /** The CREATE TABLE statement. */
  public String createTable() {
    return columns.entrySet().stream()
        .map(column -> column.getKey() + " " + column.getValue().cql())
        .collect(
            Collectors.joining(
                ", ", "CREATE TABLE " + name + " (" + KEY + " text PRIMARY KEY, ", ")"));
  }

  /** The name, so that a parameterized test shows it. */
  @Override
  public String toString() {
    return name;
  }
}
