package io.cqlai.parquet.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.type.DataType;
import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.it.values.CqlCells;
import io.cqlai.parquet.it.values.FilledFields;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.report.Loss;
import io.cqlai.parquet.report.VerifyReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Export, drop, import: what the contract says of each value is what becomes of it. */
@CassandraTest
class TypeMatrixTest {

  @TempDir private Path folder;

  static Stream<Arguments> tablesAndProfiles() {
    return TypeMatrix.tables().stream()
        .flatMap(table -> Stream.of(Profile.values()).map(p -> Arguments.of(table, p)));
  }

  @ParameterizedTest
  @MethodSource("tablesAndProfiles")
  void eachValueComesBackOrItsLossIsCounted(
      MatrixTable table, Profile profile, TestKeyspace keyspace) throws IOException {
    CqlSession session = keyspace.session();
    Map<String, String> refused = MatrixLoader.load(session, table);
    table
        .columns()
        .keySet()
        .forEach(column -> assertThat(refused).doesNotContainKey(column + ", typical"));
    try {
      RoundTrip trip = RoundTrip.of(session, table, profile, folder);
      Expected expected = Expected.of(trip.before(), profile);
      assertThat(trip.notExported()).isEqualTo(expected.rejected());
      assertThat(counted(trip.exported().losses())).isEqualTo(expected.losses());
      assertThat(trip.exported().rowsRead()).isEqualTo(trip.before().rows().size());
      assertThat(trip.exported().rowsRejected()).isEqualTo(expected.rejected().size());
      assertThat(trip.exported().rowsWritten()).isEqualTo(expected.cells().size());
      assertThat(trip.notLoaded()).as(trip.loaded().toJson()).isEqualTo(expected.refused());
      assertThat(trip.loaded().rowsRead()).isEqualTo(expected.cells().size());
      assertThat(trip.loaded().rowsRejected())
          .as(trip.loaded().toJson())
          .isEqualTo(expected.refused().size());
      assertThat(trip.loaded().losses()).isEmpty();
      Set<String> keys = new HashSet<>(expected.cells().keySet());
      keys.removeAll(expected.refused());
      assertThat(trip.after().rows().keySet()).isEqualTo(keys);
      assertThat(differences(trip, expected, keys, profile)).isEmpty();
      assertOnly(DifferenceKind.ONLY_IN_TABLE, expected.rejected().size(), trip.againstBefore());
      assertOnly(DifferenceKind.ONLY_IN_FILE, expected.refused().size(), trip.againstAfter());
    } finally {
      session.execute("DROP TABLE IF EXISTS " + table.name());
      table.dropTypes().forEach(session::execute);
    }
  }

  /** A file holds what was not rejected, and a table what was not refused: no more, no less. */
  private static void assertOnly(DifferenceKind kind, long count, VerifyReport report) {
    assertThat(report.counts())
        .as(report.toJson())
        .isEqualTo(count == 0 ? Map.of() : Map.of(kind, count));
    assertThat(report.digest()).isPresent();
  }

  private static List<String> differences(
      RoundTrip trip, Expected expected, Set<String> keys, Profile profile) {
    List<String> differences = new ArrayList<>();
    Map<String, DataType> types = trip.after().types();
    for (String key : keys) {
      types.forEach(
          (column, type) -> {
            ByteBuffer before = trip.before().cell(key, column);
            ByteBuffer after = trip.after().cell(key, column);
            JsonNode wanted = expected.cells().get(key).get(column);
            JsonNode found = Normal.of(type, CqlCells.of(type, after));
            boolean same =
                profile == Profile.MIGRATION
                    ? Objects.equals(FilledFields.of(type, before), after)
                    : found.equals(wanted);
            if (!same) {
              differences.add(key + ": " + column + " was to be " + wanted + " and is " + found);
            }
          });
    }
    return differences;
  }

  private static Map<String, Long> counted(List<Loss> losses) {
    Map<String, Long> counted = new TreeMap<>();
    losses.forEach(loss -> counted.put(loss.column() + ": " + loss.what(), loss.count()));
    return counted;
  }
}
