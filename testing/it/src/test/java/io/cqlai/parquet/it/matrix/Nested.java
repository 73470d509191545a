package io.cqlai.parquet.it.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Types five deep in each other. */
final class Nested {

  private Nested() {}

  static MatrixTable table() {
    Kind text = Scalars.of("text");
    Kind time = Scalars.of("time");
    Kind number = Scalars.of("int");
    Kind leaf = Kind.userDefined("leaf", number, Kind.list(time).frozen());
    Map<String, Kind> columns = new LinkedHashMap<>();
    columns.put("lists", Kind.list(frozenLists(frozenLists(frozenLists(frozenLists(number))))));
    columns.put(
        "each_other",
        Kind.list(
            Kind.map(text, Kind.set(Kind.tuple(number, Kind.list(time).frozen())).frozen())
                .frozen()));
    columns.put(
        "groups",
        Kind.tuple(number, Kind.tuple(text, Kind.tuple(number, Kind.tuple(leaf.frozen(), text)))));
    columns.put("vectors", Kind.vector(Kind.vector(Kind.vector(Kind.vector(Kind.vector(number))))));
    columns.put(
        "varying_vectors",
        Kind.vector(Kind.list(Kind.vector(Kind.set(Kind.vector(text)).frozen())).frozen()));
    columns.put(
        "keys",
        Kind.map(
            Kind.tuple(text, Kind.set(Kind.list(number).frozen()).frozen()),
            Kind.map(leaf.frozen(), Kind.vector(Scalars.of("double"))).frozen()));
    columns.put("branch", Kind.userDefined("branch", leaf.frozen(), lists(leaf)));
    Map<String, String> types = new LinkedHashMap<>();
    types.put("leaf", "number int, times frozen<list<time>>");
    types.put("branch", "leaf frozen<leaf>, leaves frozen<list<frozen<leaf>>>");
    return new MatrixTable("nested", types, columns, List.of());
  }

  private static Kind frozenLists(Kind element) {
    return Kind.list(element).frozen();
  }

  private static Kind lists(Kind userDefined) {
    return frozenLists(userDefined.frozen());
  }
}
