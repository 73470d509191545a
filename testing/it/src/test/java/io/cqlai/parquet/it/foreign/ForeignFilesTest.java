package io.cqlai.parquet.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.it.readers.Cells;
import io.cqlai.parquet.it.readers.DuckDbReader;
import io.cqlai.parquet.it.readers.IndependentReader;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  static Stream<ForeignCase> readByDuckDb() throws IOException {
    return readableBy(new DuckDbReader());
  }

  private static Stream<ForeignCase> readableBy(IndependentReader reader) throws IOException {
    return ForeignCase.all().stream()
        .filter(foreign -> foreign.refused() == null)
        .filter(foreign -> !foreign.unread().contains(reader.name()))
        .filter(foreign -> !CONVERTING.contains(foreign.name()));
  }

  @ParameterizedTest
  @MethodSource("readByDuckDb")
  void duckDbSeesTheRowsThatAreExpected(ForeignCase foreign) throws IOException {
    assertSees(new DuckDbReader(), foreign, Set.of());
  }

  private static void assertSees(
      IndependentReader reader, ForeignCase foreign, Set<String> columnsItHasNoTypeFor)
      throws IOException {
    Map<String, Map<String, JsonNode>> found = reader.read(foreign.path()).rowsBy(foreign.key());
    foreign
        .rows()
        .forEach(
            expected -> {
              String key = expected.get(foreign.key()).textValue();
              assertThat(found).containsKey(key);
              expected.forEach(
                  (column, cell) -> {
                    if (!columnsItHasNoTypeFor.contains(column)) {
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
