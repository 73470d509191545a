package io.cqlai.parquet.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.type.DataType;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.it.readers.ColumnOfFile;
import io.cqlai.parquet.it.values.CqlCells;
import io.cqlai.parquet.it.values.FilledFields;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.report.ExportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key of every type at once: one row for each value of each part, all parts else ordinary. */
@CassandraTest
class KeyMatrixTest {

  private static final String LABEL = "sample";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Profile.class)
  void eachKeyComesBackByItsBytesOrItsRowIsNamed(Profile profile, TestKeyspace keyspace)
      throws IOException {
    CqlSession session = keyspace.session();
    Map<String, Kind> parts = parts();
    String create = createTable(parts);
    session.execute(create);
    Set<String> rejected = insertAll(session, parts, profile);
    CqlIdentifier table = CqlIdentifier.fromCql("keyed");
    StoredTable before = StoredTable.read(session, table, LABEL);
    // Values that a clustering column holds to be equal are one key, of the last label.
    rejected.retainAll(before.rows().keySet());
    Path file = folder.resolve("keyed.parquet");
    Path errors = folder.resolve("errors.parquet");
    ExportReport exported =
        ParquetExporter.on(session)
            .table("keyed")
            .profile(profile)
            .maxErrors(-1)
            .errorFile(errors)
            .to(file)
            .export();
    session.execute("DROP TABLE keyed");
    session.execute(create);
    ParquetImporter.on(session).table("keyed").from(file).load();
    StoredTable after = StoredTable.read(session, table, LABEL);
    session.execute("DROP TABLE keyed");

    Set<String> named = new TreeSet<>(ColumnOfFile.read(errors, LABEL));
    assertThat(named).isEqualTo(rejected);
    assertThat(exported.losses()).isEmpty();
    Set<String> kept = new TreeSet<>(before.rows().keySet());
    kept.removeAll(rejected);
    assertThat(after.rows().keySet()).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(differences(before, after)).isEmpty();
  }

  private static List<String> differences(StoredTable before, StoredTable after) {
    List<String> differences = new ArrayList<>();
    after
        .rows()
        .forEach(
            (label, row) ->
                row.forEach(
                    (column, bytes) -> {
                      DataType type = after.types().get(column);
                      ByteBuffer wanted = FilledFields.of(type, before.cell(label, column));
                      if (!Objects.equals(bytes, wanted)) {
                        differences.add(
                            "%s: %s was to be %s and is %s"
                                .formatted(
                                    label,
                                    column,
                                    CqlCells.of(type, wanted),
                                    CqlCells.of(type, bytes)));
                      }
                    }));
    return differences;
  }

  /** Partition key and clustering columns of each type that can be one, collections included. */
  private static Map<String, Kind> parts() {
    Map<String, Kind> parts = new LinkedHashMap<>();
    for (String prefix : List.of("p_", "c_")) {
      Scalars.all()
          .forEach(
              (type, kind) -> {
                if (!type.equals("duration")) {
                  parts.put(prefix + type, kind);
                }
              });
      parts.put(prefix + "a_list", Kind.list(Scalars.of("decimal")).frozen());
      parts.put(prefix + "a_tuple", Kind.tuple(Scalars.of("int"), Scalars.of("time")));
      parts.put(prefix + "a_vector", Kind.vector(Scalars.of("varint")));
    }
    return parts;
  }

  private static String createTable(Map<String, Kind> parts) {
    StringBuilder columns = new StringBuilder();
    parts.forEach((name, kind) -> columns.append(name + " " + kind.cql() + ", "));
    String clustering =
        parts.keySet().stream()
            .filter(name -> name.startsWith("c_"))
            .collect(Collectors.joining(", "));
    String partition =
        parts.keySet().stream()
            .filter(name -> name.startsWith("p_"))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE keyed (%s%s text, PRIMARY KEY ((%s), %s))"
        .formatted(columns, LABEL, partition, clustering);
  }

  /**
   * Inserts a row for each value that the server takes; returns which of them do not fit. Values
   * that are odd deep inside are left out: compared with others in a clustering column they break
   * the server's memtable, and the table with it.
   */
  private static Set<String> insertAll(
      CqlSession session, Map<String, Kind> parts, Profile profile) {
    PreparedStatement insert =
        session.prepare(
            "INSERT INTO keyed (%s, %s) VALUES (%s?)"
                .formatted(String.join(", ", parts.keySet()), LABEL, "?, ".repeat(parts.size())));
    List<DataType> types = new ArrayList<>();
    insert.getVariableDefinitions().forEach(part -> types.add(part.getType()));
    List<String> names = new ArrayList<>(parts.keySet());
    Set<String> rejected = new HashSet<>();
    parts.forEach(
        (name, kind) -> {
          for (Sample sample : kind.samples()) {
            if (!sample.sound() && sample.bytes().hasRemaining()) {
              continue;
            }
            int odd = names.indexOf(name);
            BoundStatementBuilder row = insert.boundStatementBuilder();
            for (int i = 0; i < names.size(); i++) {
              ByteBuffer bytes = i == odd ? sample.bytes() : parts.get(names.get(i)).ordinary();
              row = row.setBytesUnsafe(i, bytes);
            }
            String label = name + ", " + sample.name();
            row = row.setString(names.size(), label);
            if (isStored(session, row) && isRejected(profile, name, types.get(odd), sample)) {
              rejected.add(label);
            }
          }
        });
    return new TreeSet<>(rejected);
  }

  /** To a partition key, a tuple that ends early is another one than that with nulls at its end. */
  private static boolean isRejected(Profile profile, String name, DataType type, Sample sample) {
    return Contract.ofKey(profile, type, sample.bytes()).rejected()
        || name.startsWith("p_") && !sample.bytes().equals(FilledFields.of(type, sample.bytes()));
  }

  private static boolean isStored(CqlSession session, BoundStatementBuilder row) {
    try {
      session.execute(row.build());
      return true;
    } catch (QueryValidationException | ServerError refused) {
      return false;
    }
  }
}
