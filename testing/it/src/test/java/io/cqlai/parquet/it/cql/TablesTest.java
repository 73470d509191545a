package io.cqlai.parquet.it.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.ColumnMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.RelationMetadata;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.cql.Awaiting;
import io.cqlai.parquet.internal.cql.DriverErrors;
import io.cqlai.parquet.internal.cql.DriverTypes;
import io.cqlai.parquet.internal.cql.QueryResult;
import io.cqlai.parquet.internal.cql.Requests;
import io.cqlai.parquet.internal.cql.Tables;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

@CassandraTest
class TablesTest {

  private final TestKeyspace keyspace;
  private final Requests requests;

  TablesTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
    this.requests = Requests.of(keyspace.session(), null, null, null);
  }

  @Test
  void readsWhatTheDriverReads() {
    keyspace.execute("CREATE TYPE \"In ner\" (\"A\" int, b frozen<list<text>>)");
    keyspace.execute("CREATE TYPE outer_type (i frozen<\"In ner\">, v vector<float, 3>)");
    keyspace.execute(
        "CREATE TABLE \"Every_Type\" (\"p,1\" int, p2 text, c1 timestamp, c2 decimal,"
            + " s list<int> static, PRIMARY KEY ((\"p,1\", p2), c1, c2))"
            + " WITH CLUSTERING ORDER BY (c1 DESC, c2 ASC) AND comment = 'it''s'"
            + " AND default_time_to_live = 7");
    String columns =
        "a ascii, b bigint, bl blob, bo boolean, d date, dd double, du duration, f float, i inet,"
            + " s1 smallint, t text, ti time, tu timeuuid, ty tinyint, u uuid, va varchar, vi"
            + " varint, m map<text, frozen<set<int>>>, o outer_type, fo frozen<outer_type>,"
            + " l list<frozen<tuple<int, frozen<outer_type>>>>, ve vector<text, 2>,"
            + " vo vector<frozen<outer_type>, 2>, \"Se t\" set<uuid>";
    for (String column : columns.split(", (?=\"?\\w+( t)?\"? [a-z])")) {
      keyspace.execute("ALTER TABLE \"Every_Type\" ADD " + column);
    }
    TableSchema table = table("Every_Type");
    assertThat(table.rows()).isEqualTo(asTheDriverSees("Every_Type"));
    assertThat(table.createTypes())
        .containsExactly(
            "CREATE TYPE %s.\"In ner\" (\"A\" int, b frozen<list<text>>)"
                .formatted(keyspace.name()),
            "CREATE TYPE %s.outer_type (i frozen<\"In ner\">, v vector<float, 3>)"
                .formatted(keyspace.name()));
    assertThat(table.createTable())
        .endsWith(
            "PRIMARY KEY ((\"p,1\", p2), c1, c2)) WITH CLUSTERING ORDER BY (c1 DESC, c2 ASC)"
                + " AND comment = 'it''s' AND default_time_to_live = 7"
                + " AND gc_grace_seconds = 864000");
    assertThat(names(columnsOf("SELECT * FROM \"Every_Type\""))).isEqualTo(names(table.rows()));
  }

  @Test
  void itsStatementsMakeTheSameTableAgain() {
    keyspace.execute("CREATE TYPE point (x int, y int)");
    keyspace.execute(
        "CREATE TABLE copied (p int, c text, s point static, v vector<frozen<point>, 2>,"
            + " \"select\" map<int, frozen<point>>, PRIMARY KEY (p, c))"
            + " WITH CLUSTERING ORDER BY (c DESC)");
    TableSchema before = table("copied");
    keyspace.execute("DROP TABLE copied");
    keyspace.execute("DROP TYPE point");
    before.createTypes().forEach(keyspace::execute);
    keyspace.execute(before.createTable());
    assertThat(table("copied")).isEqualTo(before);
  }

  @Test
  void seesAChangeThatAnotherSessionMadeJustNow(CqlSession other) {
    keyspace.execute("CREATE TABLE fresh (p int PRIMARY KEY)");
    other.execute("ALTER TABLE " + keyspace.name() + ".fresh ADD v int");
    assertThat(table("fresh").rows().indexOf("v")).hasValue(1);
  }

  @Test
  void readsCounterTables() {
    keyspace.execute("CREATE TABLE counted (p int PRIMARY KEY, n counter)");
    assertThat(table("counted").counters()).isTrue();
  }

  @Test
  void readsMaterializedViews() {
    keyspace.execute("CREATE TABLE base (p int PRIMARY KEY, v text, w int)");
    keyspace.execute(
        "CREATE MATERIALIZED VIEW by_v AS SELECT v, p, w FROM base"
            + " WHERE v IS NOT NULL AND p IS NOT NULL PRIMARY KEY (v, p)");
    TableSchema view = table("by_v");
    assertThat(view.view()).isTrue();
    assertThat(view.primaryKey()).extracting(Column::name).containsExactly("v", "p");
    assertThat(view.createTable())
        .isEqualTo(
            "CREATE TABLE "
                + keyspace.name()
                + ".by_v (v text, p int, w int, PRIMARY KEY ((v), p))"
                + " WITH CLUSTERING ORDER BY (p ASC)");
    assertThat(table("base").view()).isFalse();
  }

  @Test
  void tellsAViewFromOneOfItsNameBefore() {
    keyspace.execute("CREATE TABLE seen (p int PRIMARY KEY, v text)");
    String create =
        "CREATE MATERIALIZED VIEW seen_by_v AS SELECT v, p FROM seen"
            + " WHERE v IS NOT NULL AND p IS NOT NULL PRIMARY KEY (v, p)";
    keyspace.execute(create);
    String before = Tables.id(requests, waiter(), table("seen_by_v"));
    assertThat(before).isNotEmpty();
    keyspace.execute("DROP MATERIALIZED VIEW seen_by_v");
    keyspace.execute(create);
    assertThat(Tables.id(requests, waiter(), table("seen_by_v"))).isNotEqualTo(before);
  }

  @Test
  void readsCompactTablesAsQueriesReturnThem() {
    keyspace.execute("CREATE TABLE cs (p int PRIMARY KEY, a int, b text) WITH COMPACT STORAGE");
    keyspace.execute("CREATE TABLE ck (p int, c int, PRIMARY KEY (p, c)) WITH COMPACT STORAGE");
    keyspace.execute(
        "CREATE TABLE cv (p int, c int, v text, PRIMARY KEY (p, c)) WITH COMPACT STORAGE");
    for (String name : List.of("cs", "ck", "cv")) {
      TableSchema table = table(name);
      assertThat(table.rows()).isEqualTo(asTheDriverSees(name));
      assertThat(names(columnsOf("SELECT * FROM " + name))).isEqualTo(names(table.rows()));
    }
  }

  @Test
  void readsSystemAndVirtualTablesThatTheDriverLeavesOut() {
    TableSchema local = Tables.find(requests, waiter(), "system", "local");
    assertThat(local.partitionKey()).extracting(Column::name).containsExactly("key");
    TableSchema settings = Tables.find(requests, waiter(), "system_views", "settings");
    assertThat(settings.rows().columns()).extracting(Column::name).containsExactly("name", "value");
    assertThat(Tables.areOnTheRing(requests, waiter(), "system")).isFalse();
    assertThat(Tables.areOnTheRing(requests, waiter(), "system_views")).isFalse();
    assertThat(Tables.areOnTheRing(requests, waiter(), "system_auth")).isTrue();
    assertThat(Tables.areOnTheRing(requests, waiter(), keyspace.name())).isTrue();
  }

  @Test
  void namesTheNearestTableAndKeyspace() {
    keyspace.execute("CREATE TABLE \"Orders\" (p int PRIMARY KEY)");
    keyspace.execute("CREATE TABLE customers (p int PRIMARY KEY)");
    assertThatThrownBy(() -> table("customer"))
        .isInstanceOfSatisfying(
            TransferException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SUCH_TABLE))
        .hasMessage(
            "Keyspace " + keyspace.name() + " has no table customer. Did you mean customers?");
    assertThatThrownBy(() -> table("orders"))
        .hasMessageEndingWith("Did you mean \"Orders\"? It needs its double quotes");
    assertThatThrownBy(() -> table("xyz"))
        .hasMessageContaining("Create it, or check its name. It has ");
    assertThatThrownBy(() -> Tables.find(requests, waiter(), "system_view", "settings"))
        .isInstanceOfSatisfying(
            TransferException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SUCH_KEYSPACE))
        .hasMessage("There is no keyspace system_view. Did you mean system_views?");
    assertThatThrownBy(() -> Tables.find(requests, waiter(), "Qqqq", "t"))
        .hasMessageStartingWith("There is no keyspace \"Qqqq\". Create it, or check its name. ");
  }

  @Test
  void namesTheColumnsOfAnyQueryApart() {
    keyspace.execute("CREATE TABLE results (p int, n int, PRIMARY KEY (p, n))");
    assertThat(columnsOf("SELECT n, n AS n_2, n, n AS n_3, count(*) FROM results").columns())
        .extracting(Column::name)
        .containsExactly("n", "n_2", "n_4", "n_3", "count");
  }

  @Test
  void looksInTheSessionsOwnKeyspaceWhereNoneIsNamed(CqlSession withoutKeyspace) {
    keyspace.execute("CREATE TABLE here (p int PRIMARY KEY)");
    assertThat(Tables.find(requests, waiter(), null, "here")).isEqualTo(table("here"));
    Requests nowhere = Requests.of(withoutKeyspace, null, null, null);
    assertThatThrownBy(() -> Tables.find(nowhere, waiter(), null, "Here"))
        .hasMessage(
            "Table \"Here\" is named without a keyspace, and the session uses none."
                + " Write keyspace.table, or USE a keyspace first");
  }

  private TableSchema table(String name) {
    return Tables.find(requests, waiter(), keyspace.name(), name);
  }

  private RowSchema columnsOf(String query) {
    return QueryResult.columns(keyspace.session().prepare(query).getResultSetDefinitions());
  }

  private static List<String> names(RowSchema rows) {
    return rows.columns().stream().map(Column::name).toList();
  }

  private RowSchema asTheDriverSees(String table) {
    RelationMetadata metadata =
        keyspace
            .session()
            .refreshSchema()
            .getKeyspace(keyspace.name())
            .orElseThrow()
            .getTable(CqlIdentifier.fromInternal(table))
            .orElseThrow();
    List<Column> columns = new ArrayList<>();
    for (ColumnMetadata column : metadata.getPartitionKey()) {
      columns.add(column(column, ColumnRole.PARTITION_KEY));
    }
    for (ColumnMetadata column : metadata.getClusteringColumns().keySet()) {
      columns.add(column(column, ColumnRole.CLUSTERING));
    }
    for (boolean isStatic : new boolean[] {true, false}) {
      metadata.getColumns().values().stream()
          .filter(c -> c.isStatic() == isStatic && !metadata.getPrimaryKey().contains(c))
          .sorted((a, b) -> a.getName().asInternal().compareTo(b.getName().asInternal()))
          .forEach(c -> columns.add(column(c, isStatic ? ColumnRole.STATIC : ColumnRole.REGULAR)));
    }
    return new RowSchema(columns);
  }

  private static Column column(ColumnMetadata column, ColumnRole role) {
    return new Column(column.getName().asInternal(), DriverTypes.of(column.getType()), role);
  }

  private static Awaiting waiter() {
    return new Awaiting() {
      @Override
      public <T> T await(CompletionStage<T> stage, String what) {
        try {
          return stage.toCompletableFuture().join();
        } catch (RuntimeException e) {
          throw DriverErrors.translate(e, what);
        }
      }
    };
  }
}
