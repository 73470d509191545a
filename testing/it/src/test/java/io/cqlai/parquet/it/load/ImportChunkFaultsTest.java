package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.it.fault.Fault;
import io.cqlai.parquet.it.fault.FaultySession;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Writes of which one fails, with and without having been applied. The rows have a list, which
 * would be longer where a row was written twice.
 */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class ImportChunkFaultsTest {

  private static final int ROWS_PER_WRITE = 30;
  private static final int WRITES = 20;
  private static final int ROWS = ROWS_PER_WRITE * WRITES;

  private TestKeyspace keyspace;
  private Path file;

  @BeforeAll
  void makeTable(TestKeyspace own, @TempDir Path directory) {
    keyspace = own;
    own.execute("CREATE TABLE marks (id int PRIMARY KEY, marks list<text>)");
    RowFile rows =
        RowFile.of(
            "optional int32 id; optional group marks (LIST) { repeated group list {"
                + " optional binary element (STRING); } }");
    IntStream.range(0, ROWS).forEach(id -> rows.row(id, List.of("mark " + id)));
    file = rows.writeTo(directory.resolve("marks.parquet"));
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.Fault#OF_WRITES")
  void aWriteMayFail(Fault fault) {
    failing(fault, List.of(1, WRITES));
  }

  @ParameterizedTest
  @FieldSource("io.cqlai.parquet.it.fault.Fault#OF_WRITES")
  @Tag("full")
  void eachOfTwentyWritesMayFail(Fault fault) {
    failing(fault, IntStream.rangeClosed(1, WRITES).boxed().toList());
  }

  private void failing(Fault fault, List<Integer> writes) {
    for (int write : writes) {
      failing(fault, write, false);
      failing(fault, write, true);
    }
  }

  private void failing(Fault fault, int write, boolean applied) {
    keyspace.execute("TRUNCATE marks");
    AtomicInteger sent = new AtomicInteger();
    CqlSession faulty =
        FaultySession.over(
            keyspace.session(),
            (statement, real) ->
                sent.incrementAndGet() == write ? failed(fault, real, applied) : real.send());

    ImportReport report =
        ParquetImporter.on(faulty).table("marks").from(file).chunkRows(ROWS_PER_WRITE).load();

    String which = "write " + write + (applied ? ", applied" : ", not applied");
    assertThat(report.rowsWritten()).as(which).isEqualTo(ROWS);
    assertThat(report.rowsRejected()).as(which).isZero();
    assertThat(report.warnings()).as(which).anyMatch(w -> w.contains("sent again"));
    assertThat(sent.get()).as(which).isGreaterThan(WRITES);
    BitSet found = new BitSet();
    for (Row row : keyspace.execute("SELECT id, marks FROM marks")) {
      int id = row.getInt(0);
      found.set(id);
      assertThat(row.getList(1, String.class)).as(which).containsExactly("mark " + id);
    }
    assertThat(found.cardinality()).as(which).isEqualTo(ROWS);
  }

  private CompletionStage<?> failed(Fault fault, FaultySession.Real real, boolean applied) {
    return applied
        ? real.send().thenCompose(done -> FaultySession.failed(fault.on(keyspace.session())))
        : FaultySession.failed(fault.on(keyspace.session()));
  }
}
