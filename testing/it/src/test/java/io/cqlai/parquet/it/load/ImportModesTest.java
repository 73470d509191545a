package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.WriteMode;
import io.cqlai.parquet.report.ImportReport;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@CassandraTest
class ImportModesTest {

  private static final String NAMES = "optional int32 id; optional binary name (STRING);";
  private static final String VISITS = "optional int32 id; optional int64 visits;";

  private final TestKeyspace keyspace;
  @TempDir private Path directory;

  ImportModesTest(TestKeyspace keyspace) {
    this.keyspace = keyspace;
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, name text)");
    keyspace.execute(
        "CREATE TABLE IF NOT EXISTS pages (id int PRIMARY KEY, visits counter, likes counter)");
  }

  @BeforeEach
  void twoUsers() {
    keyspace.execute("TRUNCATE users");
    keyspace.execute("TRUNCATE pages");
    keyspace.execute("INSERT INTO users (id, name) VALUES (1, 'old one')");
    keyspace.execute("INSERT INTO users (id, name) VALUES (2, 'old two')");
  }

  @Test
  void upsertWritesNewRowsAndOverOldOnes() {
    ImportReport report = users().from(threeNames()).mode(WriteMode.UPSERT).load();

    assertThat(names()).isEqualTo(Map.of(1, "old one", 2, "name 2", 3, "name 3", 4, "name 4"));
    assertThat(report.rowsWritten()).isEqualTo(3);
  }

  @Test
  void insertWritesNewRowsAndSkipsThoseThatExist() {
    ImportReport report = users().from(threeNames()).mode(WriteMode.INSERT).load();

    assertThat(names()).isEqualTo(Map.of(1, "old one", 2, "old two", 3, "name 3", 4, "name 4"));
    assertThat(report.rowsRead()).isEqualTo(3);
    assertThat(report.rowsWritten()).isEqualTo(2);
    assertThat(report.rowsSkipped()).isEqualTo(1);
  }

  @Test
  void updateWritesOverRowsThatExistAndSkipsNewOnes() {
    ImportReport report = users().from(threeNames()).mode(WriteMode.UPDATE).load();

    assertThat(names()).isEqualTo(Map.of(1, "old one", 2, "name 2"));
    assertThat(report.rowsWritten()).isEqualTo(1);
    assertThat(report.rowsSkipped()).isEqualTo(2);
  }

  @Test
  void conditionalRowsTakeATimeToLive() {
    users().from(threeNames()).mode(WriteMode.INSERT).ttlSeconds(1_000).load();
    users().from(threeNames()).mode(WriteMode.UPDATE).ttlSeconds(2_000).load();

    assertThat(keyspace.execute("SELECT ttl(name) FROM users WHERE id = 3").one().getInt(0))
        .isBetween(1_900, 2_000);
  }

  @Test
  void updateOfAKeyAloneIsRefused() {
    Path file = RowFile.of("optional int32 id;").row(1).writeTo(file("keys"));

    TransferException failure =
        catchThrowableOfType(
            TransferException.class, () -> users().from(file).mode(WriteMode.UPDATE).load());

    assertThat(failure.code()).isEqualTo(ErrorCode.BAD_OPTION);
    assertThat(failure)
        .hasMessageContaining("MODE is UPDATE, and there is no column to set")
        .hasMessageContaining("MODE='UPSERT'");
  }

  @Test
  void counterAddsToWhatIsThere() {
    Path file = RowFile.of(VISITS).row(1, 5L).row(2, -7L).row(3, null).writeTo(file("visits"));
    pages().from(file).mode(WriteMode.COUNTER).load();

    ImportReport report = pages().from(file).mode(WriteMode.COUNTER).load();

    assertThat(visits(1)).isEqualTo(10);
    assertThat(visits(2)).isEqualTo(-14);
    assertThat(keyspace.execute("SELECT id FROM pages WHERE id = 3").all()).isEmpty();
    assertThat(report.rowsWritten()).isEqualTo(2);
    assertThat(report.rowsSkipped()).isEqualTo(1);
  }

  @Test
  void aCounterThatIsNullIsLeftAsItIs() {
    Path file =
        RowFile.of("optional int32 id; optional int64 visits; optional int64 likes;")
            .row(1, 5L, null)
            .row(1, null, 3L)
            .writeTo(file("both"));

    pages().from(file).mode(WriteMode.COUNTER).load();

    assertThat(visits(1)).isEqualTo(5);
    assertThat(keyspace.execute("SELECT likes FROM pages WHERE id = 1").one().getLong(0))
        .isEqualTo(3);
  }

  @Test
  void staticCountersAreNotAddedOnceForEachRow() {
    keyspace.execute(
        "CREATE TABLE sums (k int, c int, total counter static, part counter, PRIMARY KEY (k, c))");
    Path rows =
        RowFile.of("optional int32 k; optional int32 c; optional int64 total; optional int64 part;")
            .row(1, 1, 30L, 10L)
            .row(1, 2, 30L, 20L)
            .writeTo(file("rows"));
    ParquetImporter sums =
        ParquetImporter.on(keyspace.session())
            .table(keyspace.name(), "sums")
            .mode(WriteMode.COUNTER);

    TransferException refused =
        catchThrowableOfType(TransferException.class, () -> sums.from(rows).load());
    assertThat(refused).hasMessageContaining("The static counter total");

    Path totals =
        RowFile.of("optional int32 k; optional int64 total;").row(1, 30L).writeTo(file("totals"));
    sums.from(rows).columns("k", "c", "part").load();
    sums.from(totals).load();
    assertThat(keyspace.execute("SELECT total, part FROM sums WHERE k = 1").all())
        .extracting(row -> row.getLong(0), row -> row.getLong(1))
        .containsExactly(tuple(30L, 10L), tuple(30L, 20L));
  }

  private Path threeNames() {
    return RowFile.of(NAMES).namesFrom(2, 3).writeTo(file("names"));
  }

  private ParquetImporter users() {
    return ParquetImporter.on(keyspace.session()).table(keyspace.name(), "users");
  }

  private ParquetImporter pages() {
    return ParquetImporter.on(keyspace.session()).table(keyspace.name(), "pages");
  }

  private Path file(String name) {
    return directory.resolve(name + ".parquet");
  }

  private long visits(int id) {
    return keyspace.execute("SELECT visits FROM pages WHERE id = " + id).one().getLong(0);
  }

  private Map<Integer, String> names() {
    Map<Integer, String> names = new TreeMap<>();
    keyspace
        .execute("SELECT id, name FROM users")
        .forEach(r -> names.put(r.getInt(0), r.getString(1)));
    return names;
  }
}
