package io.cqlai.parquet.it.cqlsh;

import static io.cqlai.parquet.it.cqlsh.ReadingLimit.BYTES;
import static io.cqlai.parquet.it.cqlsh.ReadingLimit.LEAST_DURATION;
import static io.cqlai.parquet.it.cqlsh.ReadingLimit.LEAST_SCALE;
import static io.cqlai.parquet.it.cqlsh.ReadingLimit.MAPPED_ADDRESS;
import static io.cqlai.parquet.it.cqlsh.ReadingLimit.NULL_IN_COLLECTION;
import static io.cqlai.parquet.it.cqlsh.ReadingLimit.ORDER_WITHIN;
import static io.cqlai.parquet.it.cqlsh.ReadingLimit.TIME_BEYOND_A_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.it.matrix.MatrixLoader;
import io.cqlai.parquet.it.matrix.MatrixTable;
import io.cqlai.parquet.it.matrix.StoredTable;
import io.cqlai.parquet.it.matrix.TypeMatrix;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CSV of every value goes into cqlsh, and cqlsh's own comes back, but for what it cannot hold. */
@CassandraTest
@Tag("long")
class CqlshCsvTest {

  private static final String NULL = "<null>";
  private static final String OPTIONS =
      "' WITH HEADER=true AND ESCAPE='\"' AND NULL='" + NULL + "' AND NUMPROCESSES=1";

  /** Each row by itself, and once: one that is refused takes no other with it. */
  private static final String FROM =
      " AND PREPAREDSTATEMENTS=false AND MAXBATCHSIZE=1 AND MINBATCHSIZE=1 AND MAXATTEMPTS=1"
          + " AND MAXINSERTERRORS=-1 AND ERRFILE='";

  private static final String TO = " AND DOUBLEPRECISION=17 AND FLOATPRECISION=17";

  /** What cqlsh does not read in every table, beside the time beyond a day and the bytes. */
  private static final Map<String, Set<ReadingLimit>> LIMITS =
      Map.ofEntries(
          Map.entry("scalars", Set.of(LEAST_DURATION, LEAST_SCALE, MAPPED_ADDRESS)),
          Map.entry("lists", Set.of(LEAST_DURATION, LEAST_SCALE, NULL_IN_COLLECTION)),
          Map.entry("sets", Set.of(LEAST_SCALE)),
          Map.entry("map_values", Set.of(LEAST_DURATION, LEAST_SCALE)),
          Map.entry("map_keys", Set.of(LEAST_SCALE)),
          Map.entry("tuples", Set.of(LEAST_DURATION, LEAST_SCALE, MAPPED_ADDRESS)),
          Map.entry("user_types", Set.of(LEAST_DURATION, LEAST_SCALE, MAPPED_ADDRESS)),
          Map.entry("vectors", Set.of(LEAST_DURATION, LEAST_SCALE, MAPPED_ADDRESS, ORDER_WITHIN)),
          Map.entry("nested", Set.of(ORDER_WITHIN)));

  private final TestKeyspace keyspace;
  private final CqlSession session;
  private final CassandraServer server;
  @TempDir private Path directory;

  CqlshCsvTest(TestKeyspace keyspace, CassandraServer server) {
    this.keyspace = keyspace;
    this.session = keyspace.session();
    this.server = server;
  }

  /** All but that of odd names, one of which is on two lines. */
  static List<MatrixTable> tables() {
    return TypeMatrix.tables().stream().filter(t -> !t.name().equals("odd_names")).toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void valuesGoIntoCqlsh(MatrixTable table) throws IOException {
    try {
      MatrixLoader.load(session, table);
      Path file = directory.resolve("ours.csv");
      Map<String, String> all = export(table, file);
      delete(table, key -> all.get(key).matches("(?s).*[\r\n].*"));
      Map<String, String> rows = export(table, file);
      StoredTable before = read(table);
      keyspace.execute("TRUNCATE " + table.name());

      Path errors = directory.resolve("refused.csv");
      String from = "COPY " + columns(table) + " FROM '" + file + OPTIONS + FROM + errors + "'";
      String said = cqlsh(from);

      Map<String, String> refused = CsvText.refused(said, errors);
      Map<String, String> differences = before.differences(read(table));
      Set<ReadingLimit> limits = EnumSet.noneOf(ReadingLimit.class);
      assertThat(differences.keySet()).containsAll(refused.keySet());
      differences.forEach(
          (key, difference) -> {
            String row = rows.get(key);
            Optional<ReadingLimit> limit =
                refused.containsKey(key)
                    ? ReadingLimit.ofRefusal(row, refused.get(key))
                    : ReadingLimit.ofChange(row);
            assertThat(limit).as(key + " " + difference + " " + refused.get(key)).isPresent();
            limit.ifPresent(limits::add);
          });
      Set<ReadingLimit> expected = EnumSet.of(BYTES, TIME_BEYOND_A_DAY);
      expected.addAll(LIMITS.get(table.name()));
      assertThat(limits).isEqualTo(expected);
    } finally {
      drop(table);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void valuesComeOutOfCqlsh(MatrixTable table) throws IOException {
    boolean plain = table.name().equals("scalars");
    try {
      MatrixLoader.load(session, table);
      delete(
          table,
          key ->
              plain ? WritingLimit.endsTheExport(key) : WritingLimit.isChanged(table.name(), key));
      StoredTable before = read(table);
      Path file = directory.resolve("theirs.csv");

      String said = cqlsh("COPY " + columns(table) + " TO '" + file + OPTIONS + TO);

      assertThat(said).contains(before.rows().size() + " rows exported");
      keyspace.execute("TRUNCATE " + table.name());
      ParquetImporter.on(session)
          .table(table.name())
          .nullText(NULL)
          .maxErrors(-1)
          .from(file)
          .load();
      assertThat(before.differences(read(table)).keySet())
          .containsExactlyInAnyOrderElementsOf(
              before.rows().keySet().stream()
                  .filter(key -> WritingLimit.isChanged(table.name(), key))
                  .toList());
    } finally {
      drop(table);
    }
  }

  /** It counts lines where there are records, and waits for those that never come. */
  @Test
  void textsOfSeveralLinesStopCqlsh() throws IOException {
    keyspace.execute("CREATE TABLE lines (sample text PRIMARY KEY, line text)");
    keyspace.execute("INSERT INTO lines (sample, line) VALUES ('a', 'one\ntwo')");
    Path file = directory.resolve("lines.csv");
    ParquetExporter.on(session).table("lines").nullText(NULL).to(file).export();

    String from = "COPY lines (sample, line) FROM '" + file + OPTIONS + " AND CHILDTIMEOUT=5";
    assertThat(cqlsh(from)).contains("No records inserted in 5 seconds, aborting");
  }

  @Test
  void nullsInTuplesEndAnExportOfCqlshOrBecomeFalse() throws IOException {
    keyspace.execute(
        "CREATE TABLE pairs (sample text PRIMARY KEY, pair tuple<boolean, int>, word tuple<text>)");
    keyspace.execute("INSERT INTO pairs (sample, pair) VALUES ('a', (null, null))");
    Path file = directory.resolve("pairs.csv");

    cqlsh("COPY pairs (sample, pair) TO '" + file + OPTIONS + TO);
    assertThat(CsvText.fields(file)).containsEntry("a", "a|(False, None)");

    keyspace.execute("INSERT INTO pairs (sample, word) VALUES ('a', (null))");
    assertThat(cqlsh("COPY pairs (sample, word) TO '" + file + OPTIONS + TO))
        .contains("'NoneType' object has no attribute 'replace'", "\n0 rows exported");
  }

  private Map<String, String> export(MatrixTable table, Path file) throws IOException {
    ParquetExporter.on(session).table(table.name()).nullText(NULL).to(file).export();
    return CsvText.fields(file);
  }

  private void delete(MatrixTable table, Predicate<String> which) {
    for (String key : read(table).rows().keySet()) {
      if (which.test(key)) {
        session.execute("DELETE FROM " + table.name() + " WHERE sample = ?", key);
      }
    }
  }

  private void drop(MatrixTable table) {
    keyspace.execute("DROP TABLE IF EXISTS " + table.name());
    table.dropTypes().forEach(keyspace::execute);
  }

  private String columns(MatrixTable table) {
    return read(table).types().keySet().stream()
        .map(name -> CqlIdentifier.fromInternal(name).asCql(true))
        .collect(Collectors.joining(", ", table.name() + " (", ")"));
  }

  private StoredTable read(MatrixTable table) {
    return StoredTable.read(session, CqlIdentifier.fromCql(table.name()), MatrixTable.KEY);
  }

  private String cqlsh(String statement) throws IOException {
    return new Cqlsh(server.contactPoints().get(0), keyspace.name(), directory).run(statement);
  }
}
