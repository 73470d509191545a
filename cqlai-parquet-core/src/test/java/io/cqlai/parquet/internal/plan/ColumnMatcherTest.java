package io.cqlai.parquet.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.load.TestTables;
import io.cqlai.parquet.internal.plan.ColumnMatch.Pair;
import io.cqlai.parquet.option.SchemaMode;
import io.cqlai.parquet.schema.Column;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnMatcherTest {

  private static final List<String> WHOLE = List.of("id", "day", "note", "Order", "items");

  @Test
  void fieldsOfTheColumnsNamesMatchWhateverTheirOrder() {
    ColumnMatch match = match(List.of(), "items", "Order", "note", "day", "id");

    assertThat(texts(match)).containsExactly("id", "day", "note", "\"Order\"", "items");
    assertThat(match.warnings()).isEmpty();
  }

  @Test
  void columnsThatTheFileLacksAreReported() {
    ColumnMatch match = match(List.of(), "id", "day", "note");

    assertThat(texts(match)).containsExactly("id", "day", "note");
    assertThat(match.warnings())
        .containsExactly(
            "[orders.parquet] The file has no field for columns \"Order\", items: these columns stay"
                + " as they are");
    assertThat(match.lacking()).extracting(Column::name).containsExactly("Order", "items");
  }

  @Test
  void fieldsThatTheTableLacksAreReported() {
    ColumnMatch match = match(List.of(), "id", "day", "note", "Order", "items", "Extra", "more");

    assertThat(match.warnings())
        .containsExactly(
            "[orders.parquet] Table shop.orders has no column for \"Extra\", more: left out");
    assertThat(match.unused()).containsExactly("Extra", "more");
  }

  @Test
  void fieldsOfARejectFileNeedNoMention() {
    List<String> fields = Stream.concat(WHOLE.stream(), Stream.of("_reason")).toList();
    ColumnMatch match =
        ColumnMatcher.match(
            TestTables.orders(), List.of(), "f", fields, Set.of("_reason"), SchemaMode.STRICT);

    assertThat(match.warnings()).isEmpty();
  }

  @Test
  void strictRefusesEitherDifference() {
    TransferException lacking =
        failure(SchemaMode.STRICT, List.of(), List.of("id", "day", "note", "order", "items"));
    assertThat(lacking.code()).isEqualTo(ErrorCode.NO_SUCH_COLUMN);
    assertThat(lacking)
        .hasMessageContaining("no field for column \"Order\"")
        .hasMessageContaining("\"Order\" = \"order\" would match")
        .hasMessageContaining("SCHEMA_MODE='EVOLVE'");

    TransferException more =
        failure(SchemaMode.STRICT, List.of(), List.of("id", "day", "note", "Order", "items", "x"));
    assertThat(more).hasMessageContaining("no column for x, and SCHEMA_MODE is STRICT");
  }

  @Test
  void strictTakesAListThatLeavesColumnsOfTheTableOut() {
    ColumnMatch match =
        ColumnMatcher.match(
            TestTables.orders(), list("id", "day"), "f", WHOLE, Set.of(), SchemaMode.STRICT);

    assertThat(texts(match)).containsExactly("id", "day");
  }

  @Test
  void aRenameTakesTheFieldThatItNames() {
    ColumnMatch match =
        match(
            List.of(of("id", "user id"), of("day", null), of("items", "ID")),
            "ID",
            "user id",
            "day");

    assertThat(texts(match)).containsExactly("id = \"user id\"", "day", "items = \"ID\"");
  }

  @Test
  void listedColumnsWithoutAnyFieldMatchByPositionAndTheReportSaysSo() {
    ColumnMatch match = match(list("day", "id"), "a", "b");

    assertThat(match.pairs())
        .extracting(Pair::field, p -> p.column().name())
        .containsExactly(tuple("a", "day"), tuple("b", "id"));
    assertThat(match.warnings())
        .containsExactly(
            "[orders.parquet] None of the listed columns is a field of the file, so they were"
                + " matched by position: day = a, id = b");
  }

  @Test
  void someFieldsButNotAllIsAnErrorThatSuggestsARename() {
    TransferException failure =
        failure(SchemaMode.EVOLVE, list("id", "day", "note"), List.of("id", "day", "notes"));

    assertThat(failure.code()).isEqualTo(ErrorCode.NO_SUCH_COLUMN);
    assertThat(failure)
        .hasMessageContaining("[orders.parquet] The file has no field for column note");
    assertThat(failure).hasMessageContaining("(note = notes)");
  }

  @Test
  void noFieldAndAnotherCountIsAnErrorToo() {
    TransferException failure =
        failure(SchemaMode.EVOLVE, list("id", "day"), List.of("a", "b", "c"));

    assertThat(failure).hasMessageContaining("it has a, b, c").hasMessageContaining("(id = a)");
  }

  @Test
  void withoutAListNothingIsMatchedByPosition() {
    TransferException failure =
        failure(SchemaMode.EVOLVE, List.of(), List.of("a", "b", "c", "d", "e"));

    assertThat(failure).hasMessageContaining("No field of the file has the name of a column");
  }

  @Test
  void aFieldThatIsNamedAndDoesNotExistIsAnErrorWithTheNearestName() {
    TransferException failure =
        failure(SchemaMode.EVOLVE, List.of(of("id", "idd"), of("day", null)), WHOLE);

    assertThat(failure)
        .hasMessageContaining("The file has no field idd, which was to fill column id")
        .hasMessageContaining("Did you mean id?");
  }

  @Test
  void aColumnThatDoesNotExistIsAnErrorWithTheNearestName() {
    TransferException failure = failure(SchemaMode.EVOLVE, list("id", "dya"), WHOLE);

    assertThat(failure)
        .hasMessageContaining("Table shop.orders has no column dya")
        .hasMessageContaining("Did you mean day?");
  }

  @Test
  void theWholePrimaryKeyHasToBeFilled() {
    TransferException failure =
        failure(SchemaMode.EVOLVE, List.of(), List.of("id", "Day", "Order", "note", "items"));

    assertThat(failure.code()).isEqualTo(ErrorCode.NO_SUCH_COLUMN);
    assertThat(failure)
        .hasMessageContaining("The primary key of shop.orders needs column day")
        .hasMessageContaining("day = \"Day\" would match");
  }

  @Test
  void thePartitionKeyWithStaticColumnsAloneIsEnough() {
    assertThat(texts(match(list("id", "note"), "id", "note"))).containsExactly("id", "note");
  }

  @Test
  void twoFieldsOfOneNameAreRefusedWhereOneIsNeeded() {
    TransferException failure =
        failure(SchemaMode.EVOLVE, List.of(), List.of("id", "day", "note", "note"));

    assertThat(failure).hasMessageContaining("The file has 2 fields named note");
    assertThat(texts(match(list("id", "day"), "id", "day", "note", "note")))
        .containsExactly("id", "day");
  }

  private static ColumnMatch match(List<ColumnChoice> choices, String... fields) {
    return ColumnMatcher.match(
        TestTables.orders(),
        choices,
        "orders.parquet",
        List.of(fields),
        Set.of(),
        SchemaMode.EVOLVE);
  }

  private static TransferException failure(
      SchemaMode mode, List<ColumnChoice> choices, List<String> fields) {
    return catchThrowableOfType(
        TransferException.class,
        () ->
            ColumnMatcher.match(
                TestTables.orders(), choices, "orders.parquet", fields, Set.of(), mode));
  }

  private static List<ColumnChoice> list(String... columns) {
    return Stream.of(columns).map(name -> of(name, null)).toList();
  }

  private static ColumnChoice of(String column, String field) {
    return new ColumnChoice(column, field);
  }

  private static List<String> texts(ColumnMatch match) {
    return match.pairs().stream().map(Pair::text).toList();
  }
}
