package io.cqlai.parquet.it.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns, types and fields with names that are hard to write down. */
public final class OddNames {

  /** The names as CQL writes them. */
  public static final List<String> NAMES =
      List.of(
          "\"with space\"",
          "\"comma,comma\"",
          "\"brace{}\"",
          "\"dot.dot\"",
          "\"quo\"\"te\"",
          "\"select\"",
          "\"UPPER\"",
          "\"apo'strophe\"",
          "\"new\nline\"",
          "\"semi;colon -- \"",
          "\"ünï¢öde 表\"",
          "\"list\"",
          "\"element\"",
          "\"key_value\"",
          "\"?\"",
          "\"1\"",
          "\" \"");

  private OddNames() {}

  static MatrixTable table() {
    Map<String, Kind> columns = new LinkedHashMap<>();
    NAMES.forEach(name -> columns.put(name, Scalars.of("int")));
    Kind odd = Kind.userDefined("\"Odd type.{\"", Scalars.of("int"), Scalars.of("text"));
    columns.put("\"a.b,c\"", odd);
    columns.put("\"a.b\"", Kind.list(odd.frozen()));
    columns.put("\"a\"", Kind.map(Scalars.of("text"), odd.frozen()));
    return new MatrixTable(
        "odd_names",
        Map.of("\"Odd type.{\"", "\"field, one\" int, \"b.\"\"c\"\" {\" text"),
        columns,
        List.of());
  }
}
