package io.cqlai.parquet.schema;

import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.CqlType.UserDefined;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * Reads types as CQL writes them: what {@link CqlType#toCql()} gives is read back as the same type.
 * Names of types are read in any case, names of user-defined types as CQL does: folded to lower
 * case unless they are in double quotes.
 */
public final class CqlTypeParser {

  /** How deep types may be nested; what is deeper was made to exhaust the stack. */
  static final int MAX_DEPTH = 100;

  private static final String EMPTY = "org.apache.cassandra.db.marshal.EmptyType";

  /** Names that have a meaning of their own, and stand for a user-defined type only in quotes. */
  private static final Set<String> WORDS =
      Set.of("empty", "frozen", "list", "map", "set", "tuple", "varchar", "vector");

  private static final Map<String, Scalar> SCALARS = scalars();

  private final TypeTokens tokens;
  private final UserTypes userTypes;
  private int depth;

  private CqlTypeParser(String text, UserTypes userTypes) {
    this.tokens = new TypeTokens(text);
    this.userTypes = userTypes;
  }

  /**
   * Returns the type that a text stands for.
   *
   * @param cql for example {@code map<text, frozen<address>>}
   * @param userTypes where the fields of user-defined types are found
   * @throws IllegalArgumentException where the text is no type, or names one that is not found; the
   *     message says what was expected, and where
   */
  public static CqlType parse(String cql, UserTypes userTypes) {
    CqlTypeParser parser = new CqlTypeParser(cql, userTypes);
    CqlType type = parser.type();
    parser.tokens.expectEnd();
    return type;
  }

  /**
   * Returns the type that a {@code CREATE TYPE} statement defines.
   *
   * @param cql the statement, which has to name the keyspace; a semicolon may end it
   * @param userTypes where the types of its fields are found
   * @throws IllegalArgumentException where the text is no such statement
   */
  public static UserDefined parseCreateType(String cql, UserTypes userTypes) {
    CqlTypeParser parser = new CqlTypeParser(cql, userTypes);
    UserDefined type = parser.createType();
    parser.tokens.accept(';');
    parser.tokens.expectEnd();
    return type;
  }

  /** Tells whether a name without quotes stands for a type that CQL has by itself. */
  static boolean isOwnName(String name) {
    return WORDS.contains(name) || SCALARS.containsKey(name);
  }

  private UserDefined createType() {
    tokens.expectWord("create");
    tokens.expectWord("type");
    if (tokens.acceptWord("if")) {
      tokens.expectWord("not");
      tokens.expectWord("exists");
    }
    String keyspace = tokens.expectName("the keyspace of the type").text();
    tokens.expect('.');
    String name = tokens.expectName("the name of the type").text();
    List<CqlType.Field> fields = new ArrayList<>();
    tokens.expect('(');
    do {
      String field = tokens.expectName("the name of a field").text();
      fields.add(new CqlType.Field(field, type()));
    } while (tokens.accept(','));
    tokens.expect(')');
    return new UserDefined(keyspace, name, fields, false);
  }

  private CqlType type() {
    if (++depth > MAX_DEPTH) {
      throw tokens.failure("types nested deeper than " + MAX_DEPTH);
    }
    CqlType type = named();
    depth--;
    return type;
  }

  private CqlType named() {
    String className = tokens.acceptString();
    if (className != null) {
      return new CqlType.Custom(className);
    }
    TypeTokens.Name name = tokens.expectName("a type");
    if (name.quoted()) {
      return userDefined(name.text());
    }
    return switch (name.text()) {
      case "frozen" -> inBrackets(this::frozen);
      case "list" -> inBrackets(parser -> new CqlType.ListOf(parser.type(), false));
      case "set" -> inBrackets(parser -> new CqlType.SetOf(parser.type(), false));
      case "map" -> inBrackets(CqlTypeParser::map);
      case "tuple" -> inBrackets(parser -> new CqlType.TupleOf(parser.types()));
      case "vector" -> inBrackets(CqlTypeParser::vector);
      // What a table made through Thrift has where it keeps nothing beside its key.
      case "empty" -> new CqlType.Custom(EMPTY);
      default -> {
        Scalar scalar = SCALARS.get(name.text());
        yield scalar == null ? userDefined(name.text()) : scalar;
      }
    };
  }

  private CqlType inBrackets(Function<CqlTypeParser, CqlType> parameters) {
    tokens.expect('<');
    CqlType type = parameters.apply(this);
    tokens.expect('>');
    return type;
  }

  private CqlType map() {
    CqlType key = type();
    tokens.expect(',');
    return new CqlType.MapOf(key, type(), false);
  }

  private CqlType vector() {
    CqlType element = type();
    tokens.expect(',');
    return new CqlType.VectorOf(element, tokens.expectPositiveInt());
  }

  private List<CqlType> types() {
    List<CqlType> types = new ArrayList<>();
    do {
      types.add(type());
    } while (tokens.accept(','));
    return types;
  }

  private CqlType frozen(CqlTypeParser parser) {
    CqlType inner = parser.type();
    if (inner instanceof CqlType.ListOf list) {
      return new CqlType.ListOf(list.element(), true);
    } else if (inner instanceof CqlType.SetOf set) {
      return new CqlType.SetOf(set.element(), true);
    } else if (inner instanceof CqlType.MapOf map) {
      return new CqlType.MapOf(map.key(), map.value(), true);
    } else if (inner instanceof UserDefined type) {
      return new UserDefined(type.keyspace(), type.name(), type.fields(), true);
    } else if (inner instanceof CqlType.TupleOf || inner instanceof CqlType.VectorOf) {
      return inner;
    }
    throw tokens.failure(
        inner.toCql() + " cannot be frozen: only collections, tuples and user-defined types can");
  }

  private UserDefined userDefined(String first) {
    String keyspace = null;
    String name = first;
    if (tokens.accept('.')) {
      keyspace = first;
      name = tokens.expectName("the name of a user-defined type").text();
    }
    return find(keyspace, name);
  }

  private UserDefined find(@Nullable String keyspace, String name) {
    return userTypes
        .find(keyspace, name)
        .orElseThrow(
            () ->
                tokens.failure(
                    "there is no user-defined type " + CqlName.qualified(keyspace, name)));
  }

  private static Map<String, Scalar> scalars() {
    Map<String, Scalar> byName =
        EnumSet.allOf(Scalar.class).stream()
            .collect(Collectors.toMap(s -> s.name().toLowerCase(Locale.ROOT), s -> s));
    byName.put("varchar", Scalar.TEXT);
    return Map.copyOf(byName);
  }
}
