package io.cqlai.parquet.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the user-defined types that columns use as statements that define them. */
public final class CreateTypes {

  private final Map<String, String> statements = new LinkedHashMap<>();

  private CreateTypes() {}

  /** Returns a {@code CREATE TYPE} statement for each type, those that others need first. */
  public static List<String> of(RowSchema rows) {
    CreateTypes types = new CreateTypes();
    rows.columns().stream().map(Column::type).forEach(types::add);
    return new ArrayList<>(types.statements.values());
  }

  private void add(CqlType type) {
    if (type instanceof CqlType.UserDefined user) {
      user.fields().forEach(field -> add(field.type()));
      String name =
          CqlName.quoteIfNeeded(user.keyspace()) + "." + CqlName.quoteIfNeeded(user.name());
      statements.putIfAbsent(
          name,
          user.fields().stream()
              .map(f -> CqlName.quoteIfNeeded(f.name()) + " " + f.type().toCql())
              .collect(Collectors.joining(", ", "CREATE TYPE " + name + " (", ")")));
    } else if (type instanceof CqlType.TupleOf tuple) {
      tuple.components().forEach(this::add);
    } else if (type instanceof CqlType.MapOf map) {
      add(map.key());
      add(map.value());
    } else if (type instanceof CqlType.ListOf list) {
      add(list.element());
    } else if (type instanceof CqlType.SetOf set) {
      add(set.element());
    } else if (type instanceof CqlType.VectorOf vector) {
      add(vector.element());
    }
  }
}
