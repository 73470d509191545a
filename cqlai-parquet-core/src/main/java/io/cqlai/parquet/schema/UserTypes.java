package io.cqlai.parquet.schema;

import java.util.List;
import java.util.Optional;
import javax.annotation.Nullable;

/** The user-defined types that a type's text may name. */
@FunctionalInterface
public interface UserTypes {

  /** No user-defined types at all. */
  UserTypes NONE = (keyspace, name) -> Optional.empty();

  /**
   * Returns the type of a name, or empty where there is none.
   *
   * @param keyspace the keyspace in internal form, or null where the text names none
   * @param name the name in internal form
   */
  Optional<CqlType.UserDefined> find(@Nullable String keyspace, String name);

  /**
   * Returns the types that {@code CREATE TYPE} statements define.
   *
   * @param createTypes the statements; each may use the types of those before it
   * @throws IllegalArgumentException where one of them is no such statement, see {@link
   *     CqlTypeParser}
   */
  static UserTypes of(List<String> createTypes) {
    DefinedTypes defined = new DefinedTypes();
    for (String statement : createTypes) {
      defined.add(CqlTypeParser.parseCreateType(statement, defined));
    }
    return defined;
  }
}
