package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/** Statements that tests parse, and the parts that they look at. */
final class Parsed {

  private Parsed() {}

  static CopyTo to(String statement) {
    return (CopyTo) Statements.parse(statement);
  }

  static CopySource.Table table(String statement) {
    return (CopySource.Table) to(statement).source();
  }

  static CopyFrom from(String statement) {
    return (CopyFrom) Statements.parse(statement);
  }

  static TableName name(String keyspace, String table) {
    return new TableName(Optional.of(new Name(keyspace)), new Name(table));
  }

  static TableName name(String table) {
    return new TableName(Optional.empty(), new Name(table));
  }

  static List<Name> names(String... names) {
    return List.of(names).stream().map(Name::new).toList();
  }

  /** The value of an option that stands alone in a statement of a direction that takes it. */
  static Object value(CopyOption option, String written) {
    String start =
        option.directions().contains(Direction.TO)
            ? "COPY t TO 'x' WITH "
            : "COPY t FROM 'x' WITH ";
    CopyStatement copy = (CopyStatement) Statements.parse(start + option + " = " + written);
    assertThat(copy.options().asMap()).containsOnlyKeys(option);
    return copy.options().find(option).orElseThrow().value();
  }
}
