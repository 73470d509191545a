package io.cqlai.parquet.internal.cql;

import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlTypeParser;
import io.cqlai.parquet.schema.UserTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.Nullable;

/** The user-defined types of one keyspace, asked for when the first of them is met. */
final class SchemaTypes implements UserTypes {

  private final String keyspace;
  private final Supplier<Map<String, Map<String, String>>> source;
  @Nullable private Map<String, Map<String, String>> fieldsByType;

  SchemaTypes(String keyspace, SchemaQueries queries) {
    this(keyspace, () -> queries.types(keyspace));
  }

  /**
   * Makes the types of a keyspace.
   *
   * @param source gives the fields of each type, in order, with their types in CQL; asked once
   */
  SchemaTypes(String keyspace, Supplier<Map<String, Map<String, String>>> source) {
    this.keyspace = keyspace;
    this.source = source;
  }

  @Override
  public Optional<CqlType.UserDefined> find(@Nullable String otherKeyspace, String name) {
    // A type can be used in its own keyspace only (CQL, "User-defined types").
    if (otherKeyspace != null && !otherKeyspace.equals(keyspace)) {
      return Optional.empty();
    }
    if (fieldsByType == null) {
      fieldsByType = source.get();
    }
    return Optional.ofNullable(fieldsByType.get(name)).map(fields -> type(name, fields));
  }

  private CqlType.UserDefined type(String name, Map<String, String> fields) {
    List<CqlType.Field> parsed = new ArrayList<>();
    fields.forEach(
        (field, cql) -> parsed.add(new CqlType.Field(field, CqlTypeParser.parse(cql, this))));
    return new CqlType.UserDefined(keyspace, name, parsed, false);
  }
}
