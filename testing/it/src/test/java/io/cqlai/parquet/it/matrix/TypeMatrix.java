package io.cqlai.parquet.it.matrix;

import io.cqlai.parquet.it.values.CqlBytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables that hold, together, every CQL type with every kind of value. */
public final class TypeMatrix {

  private static final String COMPOSITE =
      "'org.apache.cassandra.db.marshal.CompositeType(org.apache.cassandra.db.marshal.Int32Type,"
          + "org.apache.cassandra.db.marshal.UTF8Type)'";

  private TypeMatrix() {}

  /** All tables. */
  public static List<MatrixTable> tables() {
    return List.of(
        scalars(),
        each("lists", scalar -> true, Kind::list),
        each("sets", TypeMatrix::canBeKey, Kind::set),
        each("map_values", scalar -> true, scalar -> Kind.map(Scalars.of("text"), scalar)),
        each("map_keys", TypeMatrix::canBeKey, scalar -> Kind.map(scalar, Scalars.of("int"))),
        tuples(),
        userTypes(),
        vectors(),
        Nested.table(),
        OddNames.table());
  }

  private static MatrixTable scalars() {
    Map<String, Kind> columns = columns(Scalars.all(), scalar -> scalar);
    columns.put("c_custom", custom());
    return new MatrixTable("scalars", columns);
  }

  /** A composite: each component behind its length of two bytes, a zero byte after it. */
  private static Kind custom() {
    return new Kind(
        COMPOSITE,
        List.of(
            new Sample("zero-length", CqlBytes.empty()),
            new Sample("one component", CqlBytes.hex("00040000000700")),
            new Sample("typical", CqlBytes.hex("00040000000700000361626300"))),
        0);
  }

  /** A column for each type, once frozen and once not. */
  private static MatrixTable each(
      String name, Predicate<String> fits, Function<Kind, Kind> collection) {
    Map<String, Kind> columns = new LinkedHashMap<>();
    Scalars.all()
        .forEach(
            (type, scalar) -> {
              if (fits.test(type)) {
                Kind kind = collection.apply(scalar);
                columns.put("c_" + type, kind);
                columns.put("f_" + type, kind.frozen());
              }
            });
    return new MatrixTable(name, columns);
  }

  private static boolean canBeKey(String type) {
    return !type.equals("duration");
  }

  private static MatrixTable tuples() {
    Map<String, Kind> columns = columns(Scalars.all(), s -> Kind.tuple(s, Scalars.of("int")));
    columns.put("c_all", Kind.tuple(Scalars.all().values().toArray(Kind[]::new)));
    return new MatrixTable("tuples", columns);
  }

  private static MatrixTable vectors() {
    Map<String, Kind> columns = columns(Scalars.all(), Kind::vector);
    Kind text = Scalars.of("text");
    columns.put("v_vector", Kind.vector(Kind.vector(Scalars.of("float"))));
    columns.put("v_vector_of_vary", Kind.vector(Kind.vector(text)));
    columns.put("v_list", Kind.vector(Kind.list(Scalars.of("time")).frozen()));
    columns.put("v_set", Kind.vector(Kind.set(Scalars.of("int")).frozen()));
    columns.put("v_map", Kind.vector(Kind.map(text, Scalars.of("decimal")).frozen()));
    columns.put("v_tuple", Kind.vector(Kind.tuple(Scalars.of("int"), text)));
    return new MatrixTable("vectors", columns);
  }

  private static MatrixTable userTypes() {
    Map<String, Kind> scalars = Scalars.all();
    String fields =
        scalars.keySet().stream()
            .map(type -> "f_" + type + " " + type)
            .collect(Collectors.joining(", "));
    Kind all = Kind.userDefined("all_scalars", scalars.values().toArray(Kind[]::new));
    Kind grown = Kind.userDefined("grown", Scalars.of("int"), Scalars.of("text"));
    Map<String, Kind> columns = new LinkedHashMap<>();
    columns.put("c_all", all);
    columns.put("f_all", all.frozen());
    columns.put("c_grown", grown);
    columns.put("f_grown", grown.frozen());
    columns.put("f_in_list", Kind.list(grown.frozen()));
    columns.put("f_in_map", Kind.map(grown.frozen(), grown.frozen()));
    return new MatrixTable(
        "user_types",
        Map.of("all_scalars", fields, "grown", "number int, name text"),
        columns,
        List.of(
            "ALTER TYPE grown ADD later decimal",
            "INSERT INTO user_types (sample, c_grown, f_grown) VALUES ('grown, with the new field',"
                + " {number: 1, name: 'one', later: 1.50}, {number: 1, name: 'one', later: 1.50})"));
  }

  private static Map<String, Kind> columns(Map<String, Kind> scalars, Function<Kind, Kind> column) {
    Map<String, Kind> columns = new LinkedHashMap<>();
    scalars.forEach((type, scalar) -> columns.put("c_" + type, column.apply(scalar)));
    return columns;
  }
}
