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
    type.parts().forEach(this::add);
    if (type instanceof CqlType.UserDefined user) {
      String name = CqlName.qualified(user.keyspace(), user.name());
      statements.putIfAbsent(
          name,
          user.fields().stream()
              .map(f -> CqlName.quoteIfNeeded(f.name()) + " " + f.type().toCql())
              .collect(Collectors.joining(", ", "CREATE TYPE " + name + " (", ")")));
    }
  }
}
