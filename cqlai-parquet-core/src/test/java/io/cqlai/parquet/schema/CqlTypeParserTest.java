package io.cqlai.parquet.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.schema.CqlType.Field;
import io.cqlai.parquet.schema.CqlType.ListOf;
import io.cqlai.parquet.schema.CqlType.MapOf;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.CqlType.SetOf;
import io.cqlai.parquet.schema.CqlType.TupleOf;
import io.cqlai.parquet.schema.CqlType.UserDefined;
import io.cqlai.parquet.schema.CqlType.VectorOf;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CqlTypeParserTest {

  private static final List<String> NAMES =
      List.of("address", "My Type", "a\"b", "int", "frozen", "select", "a.b", "<>", "T", "list");

  private static final List<UserDefined> DEFINED =
      NAMES.stream()
          .map(name -> new UserDefined("ks", name, List.of(new Field("f", Scalar.INT)), false))
          .toList();

  private static final UserTypes TYPES =
      (keyspace, name) ->
          DEFINED.stream()
              .filter(t -> t.name().equals(name) && (keyspace == null || keyspace.equals("ks")))
              .findFirst();

  @ParameterizedTest
  @EnumSource(Scalar.class)
  void readsEveryTypeWithoutParameters(Scalar type) {
    assertThat(parse(type.toCql())).isEqualTo(type);
    assertThat(parse(" " + type.name() + "\n")).isEqualTo(type);
  }

  @Test
  void readsEveryShape() {
    assertThat(parse("varchar")).isEqualTo(Scalar.TEXT);
    assertThat(parse("List < INT >")).isEqualTo(new ListOf(Scalar.INT, false));
    assertThat(parse("FROZEN<set<text>>")).isEqualTo(new SetOf(Scalar.TEXT, true));
    assertThat(parse("map<text,frozen<map<int,blob>>>"))
        .isEqualTo(new MapOf(Scalar.TEXT, new MapOf(Scalar.INT, Scalar.BLOB, true), false));
    assertThat(parse("tuple<int, tuple<text>>"))
        .isEqualTo(new TupleOf(List.of(Scalar.INT, new TupleOf(List.of(Scalar.TEXT)))));
    assertThat(parse("frozen<tuple<int>>")).isEqualTo(new TupleOf(List.of(Scalar.INT)));
    assertThat(parse("vector<float, 1536>")).isEqualTo(new VectorOf(Scalar.FLOAT, 1536));
    assertThat(parse("frozen<vector<frozen<list<text>>,2>>"))
        .isEqualTo(new VectorOf(new ListOf(Scalar.TEXT, true), 2));
    assertThat(parse("'org.example.Odd''s'")).isEqualTo(new CqlType.Custom("org.example.Odd's"));
    assertThat(parse("empty"))
        .isEqualTo(new CqlType.Custom("org.apache.cassandra.db.marshal.EmptyType"));
  }

  @Test
  void findsUserDefinedTypesByTheirNamesAsCqlReadsThem() {
    assertThat(parse("Address")).isEqualTo(DEFINED.get(0));
    assertThat(parse("ks.address")).isEqualTo(DEFINED.get(0));
    assertThat(parse("\"ks\".\"My Type\"")).isEqualTo(DEFINED.get(1));
    assertThat(parse("\"int\"")).isEqualTo(DEFINED.get(3));
    assertThat(((UserDefined) parse("frozen<\"a\"\"b\">")).frozen()).isTrue();
  }

  @Test
  void readsBackWhateverTypesWrite() {
    Random random = new Random(17);
    for (int i = 0; i < 3_000; i++) {
      CqlType type = randomType(random, 5);
      assertThat(parse(type.toCql())).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|expected a type at character 1",
        "in t|there is no user-defined type \"in\" at character 4",
        "int int|expected nothing more at character 5",
        "list|expected < at character 5",
        "list<|expected a type at character 6",
        "list<>|expected a type at character 6",
        "list<int|expected > at character 9",
        "list<int, int>|expected > at character 9",
        "map<int>|expected , at character 8",
        "tuple<>|expected a type at character 7",
        "vector<int>|expected , at character 11",
        "vector<int, 0>|expected a number of dimensions above 0 at character 13",
        "vector<int, x>|expected a number of dimensions above 0 at character 13",
        "vector<int, 99999999999>|expected a number of dimensions above 0 at character 13",
        "frozen<int>|int cannot be frozen: only collections, tuples and user-defined types can"
            + " at character 11",
        "\"Address\"|there is no user-defined type \"Address\" at character 10",
        "other.address|there is no user-defined type other.address at character 14",
        "\"open|no closing \" for the one at character 1",
        "'open|no closing ' for the one at character 1",
        "1nt|expected a type at character 1",
        "\u0131nt|expected a type at character 1"
      })
  void saysWhatIsWrongAndWhere(String cql, String problem) {
    assertThatThrownBy(() -> parse(cql))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read the CQL type " + cql + ": " + problem);
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    String deep = "list<".repeat(1_000_000) + "int" + ">".repeat(1_000_000);
    assertThatThrownBy(() -> parse(deep)).hasMessageContaining("types nested deeper than 100");
    String deepest = "list<".repeat(99) + "int" + ">".repeat(99);
    assertThat(parse(deepest).toCql()).isEqualTo(deepest);
  }

  @Test
  void definesUserTypesFromTheirStatements() {
    UserTypes types =
        UserTypes.of(
            List.of(
                "CREATE TYPE ks.inner (a int, \"B c\" text)",
                "create type if not exists \"Ks\".outer_type (i frozen<inner>, l list<int>);"));
    UserDefined inner =
        new UserDefined(
            "ks",
            "inner",
            List.of(new Field("a", Scalar.INT), new Field("B c", Scalar.TEXT)),
            false);
    assertThat(types.find("ks", "inner")).contains(inner);
    assertThat(types.find("Ks", "inner")).isEmpty();
    assertThat(types.find(null, "outer_type"))
        .contains(
            new UserDefined(
                "Ks",
                "outer_type",
                List.of(
                    new Field("i", new UserDefined("ks", "inner", inner.fields(), true)),
                    new Field("l", new ListOf(Scalar.INT, false))),
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE ks.t (a int)|expected TYPE at character 8",
        "CREATE TYPE t (a int)|expected . at character 15",
        "CREATE TYPE ks.t ()|expected the name of a field at character 19",
        "CREATE TYPE ks.t (a)|expected a type at character 20",
        "CREATE TYPE ks.t (a int) x|expected nothing more at character 26",
        "CREATE TYPE ks.t (a other)|there is no user-defined type other at character 26"
      })
  void refusesStatementsThatDefineNoType(String cql, String problem) {
    assertThatThrownBy(() -> UserTypes.of(List.of(cql))).hasMessageEndingWith(problem);
  }

  @Test
  void knowsNoUserTypesUnlessToldAny() {
    assertThat(UserTypes.NONE.find(null, "t")).isEqualTo(Optional.empty());
  }

  private static CqlType parse(String cql) {
    return CqlTypeParser.parse(cql, TYPES);
  }

  private static CqlType randomType(Random random, int depth) {
    boolean frozen = random.nextBoolean();
    switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0:
        return new ListOf(randomType(random, depth - 1), frozen);
      case 1:
        return new SetOf(randomType(random, depth - 1), frozen);
      case 2:
        return new MapOf(randomType(random, depth - 1), randomType(random, depth - 1), frozen);
      case 3:
        return new TupleOf(
            Stream.generate(() -> randomType(random, depth - 1))
                .limit(1 + random.nextInt(3))
                .toList());
      case 4:
        return new VectorOf(randomType(random, depth - 1), 1 + random.nextInt(9_999));
      case 5:
        UserDefined type = DEFINED.get(random.nextInt(DEFINED.size()));
        return new UserDefined(type.keyspace(), type.name(), type.fields(), frozen);
      case 6:
        return new CqlType.Custom("org.example.T'" + random.nextInt());
      default:
        return Scalar.values()[random.nextInt(Scalar.values().length)];
    }
  }
}
