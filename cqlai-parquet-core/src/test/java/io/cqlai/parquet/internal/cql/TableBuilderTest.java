package io.cqlai.parquet.internal.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import io.cqlai.parquet.schema.TableSchema;
import io.cqlai.parquet.schema.UserTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableBuilderTest {

  private static final Map<String, Map<String, String>> TYPES =
      Map.of(
          "outer", fields("i", "frozen<inner>", "V 1", "vector<float, 2>"),
          "inner", fields("a", "int", "b", "frozen<\"Odd Type\">"),
          "Odd Type", fields("x", "text"),
          "unused", fields("x", "int"));

  @Test
  void ordersColumnsAsQueriesReturnThem() {
    TableSchema table =
        build(
            column("z", ColumnRole.REGULAR, -1, "int"),
            column("s2", ColumnRole.STATIC, -1, "int"),
            column("c2", ColumnRole.CLUSTERING, 1, "int"),
            column("p2", ColumnRole.PARTITION_KEY, 1, "int"),
            column("a", ColumnRole.REGULAR, -1, "int"),
            column("c1", ColumnRole.CLUSTERING, 0, "int"),
            column("p1", ColumnRole.PARTITION_KEY, 0, "int"),
            column("s1", ColumnRole.STATIC, -1, "int"));
    assertThat(table.rows().columns().stream().map(Column::name))
        .containsExactly("p1", "p2", "c1", "c2", "s1", "s2", "a", "z");
    assertThat(table.rows().hasStatics()).isTrue();
    assertThat(table.primaryKey()).hasSize(4);
    assertThat(table.counters()).isFalse();
    assertThat(table.view()).isFalse();
  }

  @Test
  void writesAStatementThatMakesTheTableAgain() {
    TableSchema table =
        new TableBuilder("Ks", "select", UserTypes.NONE)
            .build(
                List.of(
                    column("p \"1\"", ColumnRole.PARTITION_KEY, 0, "int"),
                    column("p2", ColumnRole.PARTITION_KEY, 1, "text"),
                    column("c1", ColumnRole.CLUSTERING, 0, "timestamp"),
                    new SchemaColumn("order", ColumnRole.CLUSTERING, 1, "int", true),
                    column("s", ColumnRole.STATIC, -1, "frozen<list<int>>"),
                    column("v", ColumnRole.REGULAR, -1, "map<text, int>")),
                Map.of("comment", "'it''s'"),
                false);
    assertThat(table.createTable())
        .isEqualTo(
            "CREATE TABLE \"Ks\".\"select\" (\"p \"\"1\"\"\" int, p2 text, c1 timestamp,"
                + " \"order\" int, s frozen<list<int>> static, v map<text, int>,"
                + " PRIMARY KEY ((\"p \"\"1\"\"\", p2), c1, \"order\"))"
                + " WITH CLUSTERING ORDER BY (c1 ASC, \"order\" DESC) AND comment = 'it''s'");
    assertThat(build(column("p", ColumnRole.PARTITION_KEY, 0, "int")).createTable())
        .isEqualTo("CREATE TABLE ks.t (p int, PRIMARY KEY ((p)))");
  }

  @Test
  void knowsACounterTableByItsColumns() {
    TableSchema table =
        build(
            column("p", ColumnRole.PARTITION_KEY, 0, "int"),
            column("n", ColumnRole.REGULAR, -1, "counter"));
    assertThat(table.counters()).isTrue();
  }

  @Test
  void listsTheTypesThatColumnsUseInTheOrderInWhichTheyCanBeMade() {
    TableSchema table =
        build(
            column("p", ColumnRole.PARTITION_KEY, 0, "int"),
            column("v", ColumnRole.REGULAR, -1, "map<int, frozen<tuple<frozen<outer>>>>"),
            column("w", ColumnRole.REGULAR, -1, "inner"));
    assertThat(table.createTypes())
        .containsExactly(
            "CREATE TYPE ks.\"Odd Type\" (x text)",
            "CREATE TYPE ks.inner (a int, b frozen<\"Odd Type\">)",
            "CREATE TYPE ks.outer (i frozen<inner>, \"V 1\" vector<float, 2>)");
    UserTypes again = UserTypes.of(table.createTypes());
    assertThat(again.find("ks", "inner"))
        .contains((CqlType.UserDefined) table.rows().column(2).type());
  }

  @Test
  void asksForUserTypesOnlyWhereThereAreSome() {
    SchemaTypes none =
        new SchemaTypes(
            "ks",
            () -> {
              throw new AssertionError("asked");
            });
    TableSchema table =
        new TableBuilder("ks", "t", none)
            .build(
                List.of(column("p", ColumnRole.PARTITION_KEY, 0, "'org.example.T'")),
                Map.of(),
                false);
    assertThat(table.rows().column(0).type()).isEqualTo(new CqlType.Custom("org.example.T"));
    assertThat(new SchemaTypes("ks", () -> TYPES).find("other", "inner")).isEmpty();
  }

  @Test
  void refusesATypeThatItDoesNotKnowAndNamesTheColumn() {
    assertThatThrownBy(() -> build(column("Geo", ColumnRole.REGULAR, -1, "hologram")))
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED))
        .hasMessage(
            "Column \"Geo\" of ks.t has a type that this version does not know. Cannot read the CQL"
                + " type hologram: there is no user-defined type hologram at character 9."
                + " Name the other columns to leave it out");
  }

  @Test
  void hidesWhatQueriesOnCompactTablesDoNotHave() {
    SchemaColumn key = column("p", ColumnRole.PARTITION_KEY, 0, "int");
    SchemaColumn clustering = column("column1", ColumnRole.CLUSTERING, 0, "text");
    SchemaColumn declared = column("a", ColumnRole.STATIC, -1, "int");
    SchemaColumn value = column("value", ColumnRole.REGULAR, -1, "blob");
    SchemaColumn empty = column("value", ColumnRole.REGULAR, -1, "empty");

    List<SchemaColumn> staticCompact = List.of(key, clustering, declared, value);
    assertThat(CompactStorage.visible(staticCompact, Set.of("counter")))
        .containsExactly(key, declared.as(ColumnRole.REGULAR));
    assertThat(CompactStorage.visible(staticCompact, Set.of()))
        .containsExactly(key, declared.as(ColumnRole.REGULAR));
    List<SchemaColumn> dense = List.of(key, clustering, empty);
    assertThat(CompactStorage.visible(dense, Set.of("dense", "compound")))
        .containsExactly(key, clustering);
    List<SchemaColumn> denseWithValue = List.of(key, clustering, value);
    assertThat(CompactStorage.visible(denseWithValue, Set.of("dense"))).isEqualTo(denseWithValue);
    assertThat(CompactStorage.visible(dense, Set.of("super"))).isEqualTo(dense);
    List<SchemaColumn> ordinary = List.of(key, clustering, declared, empty);
    assertThat(CompactStorage.visible(ordinary, Set.of("compound"))).isEqualTo(ordinary);
    assertThat(CompactStorage.visible(ordinary, null)).isEqualTo(ordinary);
  }

  @Test
  void knowsColumnsOfNoTypeAtAll() {
    TableSchema table = build(column("value", ColumnRole.REGULAR, -1, "empty"));
    assertThat(table.rows().column(0).type())
        .isEqualTo(new CqlType.Custom("org.apache.cassandra.db.marshal.EmptyType"));
    assertThat(table.rows().column(0).type()).isNotInstanceOf(Scalar.class);
  }

  private static TableSchema build(SchemaColumn... columns) {
    return new TableBuilder("ks", "t", new SchemaTypes("ks", () -> TYPES))
        .build(List.of(columns), Map.of(), false);
  }

  private static SchemaColumn column(String name, ColumnRole role, int position, String type) {
    return new SchemaColumn(name, role, position, type, false);
  }

  private static Map<String, String> fields(String... namesAndTypes) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      fields.put(namesAndTypes[i], namesAndTypes[i + 1]);
    }
    return fields;
  }
}
