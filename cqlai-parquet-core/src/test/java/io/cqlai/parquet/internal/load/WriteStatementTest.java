package io.cqlai.parquet.internal.load;

import static io.cqlai.parquet.internal.load.TestTables.orders;
import static io.cqlai.parquet.internal.load.TestTables.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.option.WriteMode;
import org.junit.jupiter.api.Test;

class WriteStatementTest {

  @Test
  void anUpsertIsAnInsertWithItsWriteTime() {
    WriteStatement statement =
        WriteStatement.ofRows(spec(orders(), WriteMode.UPSERT, "Order", "day", "id"));

    assertThat(statement.cql())
        .isEqualTo(
            "INSERT INTO shop.orders (id, day, \"Order\") VALUES (?, ?, ?) USING TIMESTAMP ?");
    assertThat(statement.markers()).containsExactly(2, 1, 0, WriteStatement.WRITE_TIME);
  }

  @Test
  void aTimeToLiveFollowsTheWriteTime() {
    LoadSpec plain = spec(orders(), WriteMode.UPSERT, "id", "day");
    LoadSpec spec =
        new LoadSpec(plain.table(), plain.columns(), plain.mode(), Nulls.UNSET, true, true);

    WriteStatement statement = WriteStatement.ofRows(spec);

    assertThat(statement.cql()).endsWith(" USING TIMESTAMP ? AND TTL ?");
    assertThat(statement.markers())
        .containsExactly(0, 1, WriteStatement.WRITE_TIME, WriteStatement.TIME_TO_LIVE);
  }

  @Test
  void anInsertIsConditionalAndItsConditionStandsBeforeUsing() {
    LoadSpec plain = spec(orders(), WriteMode.INSERT, "id", "day", "note");
    LoadSpec spec =
        new LoadSpec(plain.table(), plain.columns(), plain.mode(), Nulls.UNSET, false, true);

    assertThat(WriteStatement.ofRows(spec).cql())
        .isEqualTo(
            "INSERT INTO shop.orders (id, day, note) VALUES (?, ?, ?) IF NOT EXISTS USING TTL ?");
  }

  @Test
  void anUpdateTakesItsTimeToLiveFirstThenValuesThenTheKey() {
    LoadSpec plain = spec(orders(), WriteMode.UPDATE, "id", "day", "Order");
    LoadSpec spec =
        new LoadSpec(plain.table(), plain.columns(), plain.mode(), Nulls.UNSET, false, true);

    WriteStatement statement = WriteStatement.ofRows(spec);

    assertThat(statement.cql())
        .isEqualTo(
            "UPDATE shop.orders USING TTL ? SET \"Order\" = ? WHERE id = ? AND day = ? IF EXISTS");
    assertThat(statement.markers()).containsExactly(WriteStatement.TIME_TO_LIVE, 2, 0, 1);
  }

  @Test
  void aCounterIsAddedTo() {
    assertThat(WriteStatement.ofRows(spec(orders(), WriteMode.COUNTER, "id", "day", "Order")).cql())
        .isEqualTo("UPDATE shop.orders SET \"Order\" = \"Order\" + ? WHERE id = ? AND day = ?");
  }

  @Test
  void staticValuesAloneGoWithThePartitionKey() {
    WriteStatement statement =
        WriteStatement.ofStatics(spec(orders(), WriteMode.UPSERT, "id", "day", "Order", "note"));

    assertThat(statement.cql())
        .isEqualTo("INSERT INTO shop.orders (id, note) VALUES (?, ?) USING TIMESTAMP ?");
    assertThat(statement.markers()).containsExactly(0, 3, WriteStatement.WRITE_TIME);
  }

  @Test
  void aTableWithStaticColumnsNeedsBothShapesAndOthersOne() {
    assertThat(RowBinder.statements(spec(orders(), WriteMode.UPSERT, "id", "day", "note")))
        .hasSize(2);
    assertThat(RowBinder.statements(spec(orders(), WriteMode.UPSERT, "id", "day", "Order")))
        .hasSize(1);
    assertThat(RowBinder.statements(spec(orders(), WriteMode.UPSERT, "id", "note")))
        .containsExactly("INSERT INTO shop.orders (id, note) VALUES (?, ?) USING TIMESTAMP ?");
  }

  @Test
  void aListThatIsNotFrozenNeedsALaterWriteTimeWhenRepeated() {
    assertThat(spec(orders(), WriteMode.UPSERT, "id", "day", "items").hasOpenList()).isTrue();
    assertThat(spec(orders(), WriteMode.UPSERT, "id", "day", "Order").hasOpenList()).isFalse();
  }
}
