package io.cqlai.parquet.internal.parquet.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.value.LossCounters;
import io.cqlai.parquet.option.Conversion;
import io.cqlai.parquet.row.RowChunk;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.ColumnRole;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlTypeParser;
import io.cqlai.parquet.schema.UserTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The foreign files of the integration tests, read without a server: those of their cases that say
 * what a file's values become.
 */
class ForeignValuesTest {

  static final Path FOLDER = Path.of("../testing/it/src/test/resources/foreign");

  @TestFactory
  Stream<DynamicTest> foreignFilesBecomeTheExpectedCells() throws IOException {
    JsonNode cases = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
    return StreamSupport.stream(cases.spliterator(), false)
        .filter(ForeignValuesTest::isAboutValues)
        .map(each -> dynamicTest(each.get("case").asText(), () -> check(each)));
  }

  /** Which rows and columns are taken is not decided here. */
  private static boolean isAboutValues(JsonNode each) {
    return Stream.of("SKIPROWS", "MAXROWS", "SCHEMA_MODE").noneMatch(each.path("options")::has)
        && !each.get("case").asText().equals("pyarrow_positions");
  }

  private static void check(JsonNode each) {
    if (!each.has("refused")) {
      read(each);
      return;
    }
    Throwable failure = catchThrowable(() -> read(each));
    assertThat(failure).as(each.toString()).isInstanceOf(TransferException.class);
    assertThat(failure.getMessage()).containsPattern(each.get("refused").asText());
  }

  private static void read(JsonNode each) {
    Map<String, CqlType> columns = columns(each);
    String file = each.get("file").asText();
    ParquetSource source = ParquetSource.open(new LocalInputFile(FOLDER.resolve(file)), file);
    List<String> present = source.columns().stream().map(FileColumn::name).toList();
    List<Target> targets =
        columns.entrySet().stream()
            .filter(column -> present.contains(column.getKey()))
            .map(
                c ->
                    new Target(
                        new Column(c.getKey(), c.getValue(), ColumnRole.REGULAR), c.getKey()))
            .toList();
    Conversion conversion = Conversion.valueOf(each.path("options").path("CONVERT").asText("SAFE"));
    ImportMapping mapping = source.map(targets, conversion);
    LossCounters losses = new LossCounters();
    List<String> rejected = new ArrayList<>();
    List<Map<String, JsonNode>> rows = new ArrayList<>();
    int key = keyIndex(targets, each.get("key").asText());
    CqlType keyType = targets.get(key).column().type();
    for (int i = 0; i < source.rowGroups(); i++) {
      try (RowGroupReader reader =
          source.openRowGroup(
              i,
              mapping,
              ReadLimits.ofRows(3),
              losses,
              (row, cells) -> {
                if (!each.path("options").has("MAXERRORS")) {
                  throw TransferException.of(ErrorCode.TOO_MANY_ERRORS, row.toString(), "");
                }
                rejected.add(CanonicalCell.of(keyType, cells.cell(key)).asText());
              })) {
        for (RowChunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
          assertThat(chunk.size()).isBetween(1, 3);
          chunk.rows().forEach(row -> rows.add(cells(targets, columns, row)));
        }
      }
    }
    if (each.has("refused")) {
      return;
    }
    List<String> expectedRejects = new ArrayList<>();
    each.path("rejected").forEach(node -> expectedRejects.add(node.asText()));
    if (each.get("case").asText().contains("nested")) {
      // A null in an inner collection is read well; that it cannot be stored is the server's word.
      String keyName = each.get("key").asText();
      rows.removeIf(row -> expectedRejects.contains(row.get(keyName).asText()));
      rejected.addAll(expectedRejects);
    }
    List<Map<String, JsonNode>> expected = new ArrayList<>();
    each.get("rows").forEach(row -> expected.add(expected(columns, row)));
    assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(rejected).containsExactlyInAnyOrderElementsOf(expectedRejects);
    Map<String, Long> lost = new TreeMap<>();
    losses.losses().forEach(loss -> lost.merge(loss.column(), loss.count(), Long::sum));
    Map<String, Long> expectedLosses = new TreeMap<>();
    each.path("losses")
        .properties()
        .forEach(loss -> expectedLosses.put(loss.getKey(), loss.getValue().asLong()));
    assertThat(lost).isEqualTo(expectedLosses);
    if (each.has("warning") && !each.get("case").asText().equals("pyarrow_evolved")) {
      assertThat(mapping.warnings())
          .anySatisfy(warning -> assertThat(warning).containsPattern(each.get("warning").asText()));
    }
  }

  /** Returns the fields of a case, and what each becomes. */
  static Map<String, CqlType> columns(JsonNode each) {
    List<String> types = new ArrayList<>();
    each.path("types")
        .forEach(type -> types.add(type.asText().replace("CREATE TYPE ", "CREATE TYPE ks.")));
    UserTypes defined = UserTypes.of(types);
    Map<String, CqlType> columns = new LinkedHashMap<>();
    each.get("columns")
        .properties()
        .forEach(
            column ->
                columns.put(
                    column.getKey(), CqlTypeParser.parse(column.getValue().asText(), defined)));
    return columns;
  }

  private static int keyIndex(List<Target> targets, String key) {
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).field().equals(key)) {
        return i;
      }
    }
    throw new AssertionError(key);
  }

  private static Map<String, JsonNode> cells(
      List<Target> targets, Map<String, CqlType> columns, RowView row) {
    Map<String, JsonNode> cells = new TreeMap<>();
    columns.forEach((name, type) -> cells.put(name, CanonicalCell.of(type, null)));
    for (int i = 0; i < targets.size(); i++) {
      cells.put(
          targets.get(i).field(),
          emptyAsNull(
              targets.get(i).column().type(),
              CanonicalCell.of(targets.get(i).column().type(), row.cell(i))));
    }
    return cells;
  }

  /** Cassandra keeps no empty collection that is not frozen. */
  private static JsonNode emptyAsNull(CqlType type, JsonNode cell) {
    boolean many =
        type instanceof CqlType.ListOf list && !list.frozen()
            || type instanceof CqlType.SetOf set && !set.frozen()
            || type instanceof CqlType.MapOf map && !map.frozen();
    return many && cell.isEmpty() ? CanonicalCell.of(type, null) : cell;
  }

  private static Map<String, JsonNode> expected(Map<String, CqlType> columns, JsonNode row) {
    Map<String, JsonNode> cells = new TreeMap<>();
    columns.forEach((name, type) -> cells.put(name, CanonicalCell.sort(type, row.path(name))));
    return cells;
  }
}
