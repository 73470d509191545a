package io.cqlai.parquet.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.it.readers.Answer;
import io.cqlai.parquet.it.readers.Cells;
import io.cqlai.parquet.it.readers.DuckDbReader;
import io.cqlai.parquet.it.readers.FileContents;
import io.cqlai.parquet.it.readers.IndependentReader;
import io.cqlai.parquet.it.readers.Readers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The foreign files hold what expected.json says of them, to readers other than ours. */
class ForeignFilesTest {

  /** Cases whose table holds other values than the file, on purpose. */
  private static final Set<String> CONVERTING =
      Set.of(
          "pyarrow_texts_safe",
          "pyarrow_instants_lenient",
          "pyarrow_duplicates_lenient",
          "pyarrow_positions",
          "pyarrow_evolved");

  /** What pyarrow knows as bytes alone: INTERVAL, and a BINARY that does not say it is text. */
  private static final Set<String> BYTES_TO_PYARROW =
      Set.of(
          "duckdb-scalars-v1.parquet c_interval",
          "java-binary-kinds.parquet c_enum",
          "java-binary-kinds.parquet c_text");

  @TestFactory
  Stream<DynamicTest> duckDbSeesTheRowsThatAreExpected() throws IOException {
    return seesTheExpected(new DuckDbReader(), Set.of());
  }

  @TestFactory
  Stream<DynamicTest> pyArrowSeesTheRowsThatAreExpected() throws IOException {
    return seesTheExpected(Readers.pyArrow(), BYTES_TO_PYARROW);
  }

  private static Stream<DynamicTest> seesTheExpected(IndependentReader reader, Set<String> without)
      throws IOException {
    List<ForeignCase> cases =
        ForeignCase.all().stream()
            .filter(foreign -> foreign.refused() == null)
            .filter(foreign -> !foreign.unread().contains(reader.name()))
            .filter(foreign -> !CONVERTING.contains(foreign.name()))
            .toList();
    List<Answer> answers = reader.readAll(cases.stream().map(ForeignCase::path).toList());
    assertThat(answers).hasSameSizeAs(cases);
    return IntStream.range(0, cases.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    cases.get(i).name(),
                    () -> assertSees(answers.get(i).contents(), cases.get(i), without)));
  }

  private static void assertSees(FileContents contents, ForeignCase foreign, Set<String> without) {
    Map<String, Map<String, JsonNode>> found = contents.rowsBy(foreign.key());
    foreign
        .rows()
        .forEach(
            expected -> {
              String key = expected.get(foreign.key()).textValue();
              assertThat(found).containsKey(key);
              expected.forEach(
                  (column, cell) -> {
                    if (!without.contains(foreign.file() + " " + column)) {
                      String type = foreign.columns().get(column);
                      assertThat(asLoaded(type, found.get(key).get(column)))
                          .as("%s, row %s, column %s", foreign.file(), key, column)
                          .isEqualTo(ordered(type, cell));
                    }
                  });
            });
    assertThat(found.keySet()).containsAll(foreign.rejected());
  }

  /** The cell as a column of the type would hold it. */
  private static JsonNode asLoaded(String type, JsonNode cell) {
    boolean collection = type.matches("(list|set|map)<.*");
    return collection && cell.isEmpty() ? Cells.none() : ordered(type, Cells.tuplesAsArrays(cell));
  }

  private static JsonNode ordered(String type, JsonNode cell) {
    return type.startsWith("set<") && cell.isArray() ? Cells.sorted(cell) : cell;
  }
}
