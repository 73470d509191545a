package io.cqlai.parquet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** User-defined types by name. Where the text names no keyspace, any keyspace's type will do. */
final class DefinedTypes implements UserTypes {

  private final List<CqlType.UserDefined> types = new ArrayList<>();

  void add(CqlType.UserDefined type) {
    types.add(type);
  }

  @Override
  public Optional<CqlType.UserDefined> find(@Nullable String keyspace, String name) {
    return types.stream()
        .filter(type -> type.name().equals(name))
        .filter(type -> keyspace == null || type.keyspace().equals(keyspace))
        .findFirst();
  }
}
