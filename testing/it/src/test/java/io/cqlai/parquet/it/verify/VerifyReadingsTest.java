package io.cqlai.parquet.it.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.cqlai.parquet.ParquetExporter;
import io.cqlai.parquet.Verifier;
import io.cqlai.parquet.it.table.Numbers;
import io.cqlai.parquet.report.Difference;
import io.cqlai.parquet.report.DifferenceKind;
import io.cqlai.parquet.report.VerifyReport;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import io.cqlai.parquet.testkit.process.ForkedJvm;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What is told where the table is not read right, or is not the same in two readings. */
@CassandraTest
@TestInstance(Lifecycle.PER_CLASS)
class VerifyReadingsTest {

  private static final int ROWS = 2_000;

  private CqlSession session;
  private String keyspace;
  private InetSocketAddress address;
  private Path file;
  @TempDir private static Path folder;

  @BeforeAll
  void export(TestKeyspace there, CassandraServer server) {
    session = there.session();
    keyspace = there.name();
    address = server.contactPoints().get(0);
    Numbers.create(session, "numbers", ROWS);
    file = folder.resolve("numbers.parquet");
    ParquetExporter.on(session).table("numbers").to(file).export();
  }

  private Verifier on(CqlSession faulty) {
    return Verifier.on(faulty).file(file);
  }

  @Test
  void rowsThatWereLostOnTheFirstReadingAloneAreADifference() {
    VerifyReport report =
        on(ChangedPages.losingOne(session, "numbers")).against(keyspace, "numbers").verify();

    assertThat(report.isEqual()).isFalse();
    assertThat(report.counts()).containsOnlyKeys(DifferenceKind.OTHER_ROWS);
    assertThat(report.differences().get(0).where())
        .startsWith("token range (")
        .endsWith("the same when they were read again");
    assertThat(report.tableRows().orElseThrow()).isLessThan(ROWS);
  }

  @Test
  void thatIsSoWhereOtherSlicesAreExplainedByTheirRows() {
    Numbers.create(session, "less", ROWS);
    session.execute("DELETE FROM less WHERE k = 17");
    Map<DifferenceKind, Long> against =
        on(ChangedPages.losingOne(session, "less")).against(keyspace, "less").verify().counts();
    assertThat(against)
        .containsOnlyKeys(DifferenceKind.OTHER_ROWS, DifferenceKind.ONLY_IN_FILE)
        .containsEntry(DifferenceKind.ONLY_IN_FILE, 1L);
  }

  @Test
  void rowsOfTheFileThatWereLostAreADifferenceWithinATableToo() {
    VerifyReport report =
        on(ChangedPages.losingOne(session, "numbers")).within(keyspace, "numbers").verify();
    assertThat(report.counts()).containsOnlyKeys(DifferenceKind.OTHER_ROWS);
  }

  @Test
  void rowsThatCameTwiceOnTheFirstReadingAreToldOf() {
    VerifyReport against =
        on(ChangedPages.doubling(session, "numbers", 1)).against(keyspace, "numbers").verify();
    assertThat(against.counts()).containsOnlyKeys(DifferenceKind.OTHER_ROWS);

    // a table that has other rows as well may have had them then
    VerifyReport within =
        on(ChangedPages.doubling(session, "numbers", 1)).within(keyspace, "numbers").verify();
    assertThat(within.isEqual()).as(within.toJson()).isTrue();
    assertThat(within.warnings())
        .anyMatch(warning -> warning.startsWith("The second reading was not as the first"));
  }

  @Test
  void aKeyThatComesTwiceInAllReadingsIsToldOf() {
    CqlSession twice = ChangedPages.doubling(session, "numbers", Integer.MAX_VALUE);
    VerifyReport report = on(twice).against(keyspace, "numbers").verify();
    assertThat(report.counts()).containsOnlyKeys(DifferenceKind.REPEATED_IN_TABLE);
    assertThat(report.differences().get(0).where()).startsWith("k = ");
    assertThat(on(twice).within(keyspace, "numbers").verify().counts())
        .containsOnlyKeys(DifferenceKind.REPEATED_IN_TABLE);
  }

  @Test
  void rowsWithoutClusteringColumnsAreComparedByPartition() {
    session.execute(
        "CREATE TABLE statics (p int, c int, s text static, v text, PRIMARY KEY (p, c))");
    for (int i = 0; i < 12; i++) {
      session.execute("INSERT INTO statics (p, c, s) VALUES (?, ?, ?)", i % 3, i, "of " + i % 3);
    }
    Path statics = folder.resolve("statics.parquet");
    ParquetExporter.on(session).table("statics").columns("p", "s").to(statics).export();
    session.execute("INSERT INTO statics (p, c) VALUES (1, 100)");
    Verifier verifier = Verifier.on(session).file(statics);

    VerifyReport within = verifier.within(keyspace, "statics").verify();
    assertThat(within.isEqual()).as(within.toJson()).isTrue();
    assertThat(within.warnings())
        .containsExactly("Not compared, because the file does not have them: c, v");
    assertThat(verifier.against(keyspace, "statics").verify().counts())
        .isEqualTo(Map.of(DifferenceKind.OTHER_ROWS, 1L));

    session.execute("UPDATE statics SET s = 'other' WHERE p = 2");
    session.execute("DELETE FROM statics WHERE p = 0");
    VerifyReport differs = verifier.within(keyspace, "statics").verify();
    assertThat(differs.counts())
        .isEqualTo(Map.of(DifferenceKind.OTHER_VALUES, 1L, DifferenceKind.ONLY_IN_FILE, 1L));
    assertThat(differs.differences())
        .extracting(Difference::where)
        .containsExactlyInAnyOrder("p = 2", "p = 0");
  }

  @Test
  @Tag("long")
  void moreRowsThanTheHeapHasRoomForAreComparedInRounds() throws SQLException {
    session.execute("CREATE TABLE few (k int PRIMARY KEY, v text)");
    session.execute("INSERT INTO few (k, v) VALUES (7, 'v7')");
    session.execute("INSERT INTO few (k, v) VALUES (8, 'other')");
    session.execute("INSERT INTO few (k, v) VALUES (-1, 'not of the file')");
    Path many = folder.resolve("many.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT i::INT AS k, 'v' || i AS v FROM range(120000) r(i)) TO '"
              + many
              + "' (FORMAT parquet)");
    }
    String report =
        ForkedJvm.of(VerifyMain.class)
            .heap("64m") // of which 95,000 rows may have their part
            .arguments(address.getHostString(), address.getPort(), keyspace, "few", many)
            .run(Duration.ofMinutes(2))
            .requireSuccess()
            .output();
    assertThat(report)
        .contains("\"ONLY_IN_FILE\" : 119998")
        .contains("\"ONLY_IN_TABLE\" : 1")
        .contains("\"OTHER_VALUES\" : 1")
        .contains("\"where\" : \"k = 8\"")
        .contains("\"where\" : \"k = -1\"")
        .doesNotContain("OTHER_ROWS");
  }
}
