package io.cqlai.parquet.schema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A CQL type, independent of any driver. The family is closed: a switch over it is checked by the
 * compiler, so that a new type shows every place that has to know it.
 *
 * @see <a href="https://cassandra.apache.org/doc/latest/cassandra/developing/cql/types.html">CQL,
 *     data types</a>
 */
public sealed interface CqlType {

  /** Returns the type as CQL writes it, for example {@code map<text, frozen<list<int>>>}. */
  String toCql();

  /**
   * Returns the types of the values that a value is made of, in the order in which CQL names them:
   * of elements, of keys and of their values, or of each field; none for a type without parts.
   */
  List<CqlType> parts();

  /** The types without parameters. {@code varchar} is {@link #TEXT}. */
  enum Scalar implements CqlType {
    ASCII,
    BIGINT,
    BLOB,
    BOOLEAN,
    COUNTER,
    DATE,
    DECIMAL,
    DOUBLE,
    DURATION,
    FLOAT,
    INET,
    INT,
    SMALLINT,
    TEXT,
    TIME,
    TIMESTAMP,
    TIMEUUID,
    TINYINT,
    UUID,
    VARINT;

    @Override
    public String toCql() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<CqlType> parts() {
      return List.of();
    }
  }

  /** A list: elements in the order in which they were written. */
  record ListOf(CqlType element, boolean frozen) implements CqlType {
    @Override
    public String toCql() {
      return frozenIf("list<" + element.toCql() + ">", frozen);
    }

    @Override
    public List<CqlType> parts() {
      return List.of(element);
    }
  }

  /** A set: distinct elements in the order of their type. */
  record SetOf(CqlType element, boolean frozen) implements CqlType {
    @Override
    public String toCql() {
      return frozenIf("set<" + element.toCql() + ">", frozen);
    }

    @Override
    public List<CqlType> parts() {
      return List.of(element);
    }
  }

  /** A map: distinct keys in the order of their type, each with a value. */
  record MapOf(CqlType key, CqlType value, boolean frozen) implements CqlType {
    @Override
    public String toCql() {
      return frozenIf("map<" + key.toCql() + ", " + value.toCql() + ">", frozen);
    }

    @Override
    public List<CqlType> parts() {
      return List.of(key, value);
    }
  }

  /** A tuple; always frozen. */
  record TupleOf(List<CqlType> components) implements CqlType {
    public TupleOf {
      components = List.copyOf(components);
    }

    @Override
    public String toCql() {
      return components.stream()
          .map(CqlType::toCql)
          .collect(Collectors.joining(", ", "frozen<tuple<", ">>"));
    }

    @Override
    public List<CqlType> parts() {
      return components;
    }
  }

  /** A vector of a fixed number of elements, none of which is null (Cassandra 5.0). */
  record VectorOf(CqlType element, int dimensions) implements CqlType {
    @Override
    public String toCql() {
      return "vector<" + element.toCql() + ", " + dimensions + ">";
    }

    @Override
    public List<CqlType> parts() {
      return List.of(element);
    }
  }

  /**
   * A user-defined type with its fields.
   *
   * @param keyspace the keyspace it is defined in, in its internal form
   * @param name its name, in its internal form (no quotes)
   */
  record UserDefined(String keyspace, String name, List<Field> fields, boolean frozen)
      implements CqlType {
    public UserDefined {
      fields = List.copyOf(fields);
    }

    @Override
    public String toCql() {
      String cql = CqlName.quoteIfNeeded(name);
      return frozenIf(CqlTypeParser.isOwnName(cql) ? '"' + cql + '"' : cql, frozen);
    }

    @Override
    public List<CqlType> parts() {
      return fields.stream().map(Field::type).toList();
    }
  }

  /** One field of a {@link UserDefined} type, its name in internal form. */
  record Field(String name, CqlType type) {}

  /**
   * A type that only the server's Java class knows.
   *
   * @param className the full name of the class, as the server gives it
   */
  record Custom(String className) implements CqlType {
    @Override
    public String toCql() {
      return "'" + className.replace("'", "''") + "'";
    }

    @Override
    public List<CqlType> parts() {
      return List.of();
    }
  }

  private static String frozenIf(String cql, boolean frozen) {
    return frozen ? "frozen<" + cql + ">" : cql;
  }
}
