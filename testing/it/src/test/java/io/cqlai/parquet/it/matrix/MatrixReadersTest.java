package io.cqlai.parquet.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.type.DataType;
import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.it.readers.Answer;
import io.cqlai.parquet.it.readers.DuckDbReader;
import io.cqlai.parquet.it.readers.IndependentReader;
import io.cqlai.parquet.it.readers.Readers;
import io.cqlai.parquet.it.readers.SparkReader;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Independent readers see in a file the values that CQL holds, within their range. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class MatrixReadersTest {

  private List<ExportedMatrix> exported = List.of();

  @BeforeAll
  void exportAll(TestKeyspace keyspace, @TempDir Path folder) {
    exported = ExportedMatrix.all(keyspace.session(), folder);
  }

  @TestFactory
  Stream<DynamicTest> duckDbSeesTheValuesOfCql() throws IOException {
    return seesTheValues(new DuckDbReader(), profile -> true);
  }

  @TestFactory
  Stream<DynamicTest> pyArrowSeesTheValuesOfCql() throws IOException {
    return seesTheValues(Readers.pyArrow(), profile -> true);
  }

  @TestFactory
  @Tag("long")
  Stream<DynamicTest> sparkSeesTheValuesOfCqlInFilesForAnalytics() throws IOException {
    return seesTheValues(new SparkReader(), profile -> profile == Profile.ANALYTICS);
  }

  private Stream<DynamicTest> seesTheValues(IndependentReader reader, Predicate<Profile> profiles)
      throws IOException {
    List<ExportedMatrix> files =
        exported.stream().filter(file -> profiles.test(file.profile())).toList();
    List<Answer> answers = reader.readAll(files.stream().map(ExportedMatrix::file).toList());
    return IntStream.range(0, files.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    files.get(i).toString(),
                    () -> assertSees(reader, answers.get(i), files.get(i))));
  }

  private static void assertSees(IndependentReader reader, Answer answer, ExportedMatrix file)
      throws IOException {
    Map<String, Map<String, JsonNode>> found = answer.contents().rowsBy(MatrixTable.KEY);
    Expected expected = Expected.of(file.stored(), file.profile());
    assertThat(found.keySet()).isEqualTo(expected.cells().keySet());
    List<String> differences = new ArrayList<>();
    expected
        .cells()
        .forEach(
            (key, row) ->
                row.forEach(
                    (column, cell) -> {
                      DataType type = file.stored().types().get(column);
                      JsonNode seen = Normal.of(type, found.get(key).get(column));
                      if (!seen.toString().equals(asSeenBy(reader, cell))) {
                        differences.add(
                            key + ": " + column + " is " + cell + ", and seen as " + seen);
                      }
                    }));
    assertThat(differences).isEmpty();
  }

  /** DuckDB tells a NaN's bits to nobody. */
  private static String asSeenBy(IndependentReader reader, JsonNode cell) {
    String text = cell.toString();
    return reader.name().equals("duckdb")
        ? text.replaceAll("\"NaN:0x[0-9a-f]+\"", "\"NaN\"")
        : text;
  }
}
