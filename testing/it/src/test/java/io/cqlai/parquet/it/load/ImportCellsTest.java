package io.cqlai.parquet.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.Row;
import io.cqlai.parquet.ParquetImporter;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Nulls;
import io.cqlai.parquet.testkit.CassandraServer;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import writes into single cells: nulls, write times, times to live. */
@CassandraTest
class ImportCellsTest {

  private static final String NAMES = "optional int32 id; optional binary name (STRING);";

  private final TestKeyspace keyspace;
  private final CassandraServer server;
  @TempDir private Path directory;

  ImportCellsTest(TestKeyspace keyspace, CassandraServer server) {
    this.keyspace = keyspace;
    this.server = server;
    keyspace.execute("CREATE TABLE IF NOT EXISTS users (id int PRIMARY KEY, name text, mail text)");
  }

  @BeforeEach
  void oneUser() {
    keyspace.execute("TRUNCATE users");
    keyspace.execute(
        "INSERT INTO users (id, name, mail) VALUES (1, 'old', 'm@x') USING TIMESTAMP 1000");
  }

  @Test
  void aNullLeavesTheCellAsItIs() {
    users().from(nameOfOne(null)).load();

    assertThat(one("SELECT name FROM users WHERE id = 1").getString(0)).isEqualTo("old");
  }

  @Test
  void aNullDeletesTheCellWhereThatIsAskedFor() {
    users().from(nameOfOne(null)).nulls(Nulls.DELETE).load();

    assertThat(one("SELECT name FROM users WHERE id = 1").isNull(0)).isTrue();
  }

  @Test
  void aColumnThatTheFileLacksIsNotDeleted() {
    users().from(nameOfOne("new")).nulls(Nulls.DELETE).load();

    assertThat(one("SELECT mail FROM users WHERE id = 1").getString(0)).isEqualTo("m@x");
  }

  @Test
  void allRowsOfAnImportHaveTheTimeOfItsStart() {
    long before = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    users().from(RowFile.of(NAMES).namesFrom(1, 50).writeTo(file("many"))).load();
    long after = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());

    Set<Long> times = new TreeSet<>();
    keyspace.execute("SELECT writetime(name) FROM users").forEach(r -> times.add(r.getLong(0)));
    assertThat(times).hasSize(1).allMatch(t -> t >= before && t <= after);
  }

  @Test
  void aWriteTimeThatIsGivenIsTaken() {
    users().from(nameOfOne("lost")).timestamp(999).load();
    assertThat(one("SELECT name FROM users WHERE id = 1").getString(0)).isEqualTo("old");

    users().from(nameOfOne("won")).timestamp(1_001).load();
    Row row = one("SELECT name, writetime(name) FROM users WHERE id = 1");
    assertThat(row.getString(0)).isEqualTo("won");
    assertThat(row.getLong(1)).isEqualTo(1_001);
  }

  @Test
  void theServersOwnTimeNeedsASessionThatSendsNone() {
    TransferException refused =
        catchThrowableOfType(
            TransferException.class, () -> users().from(nameOfOne("new")).serverTimestamp().load());
    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_OPTION);
    assertThat(refused).hasMessageContaining("ServerSideTimestampGenerator");

    DriverConfigLoader config =
        DriverConfigLoader.programmaticBuilder()
            .withString(
                DefaultDriverOption.TIMESTAMP_GENERATOR_CLASS, "ServerSideTimestampGenerator")
            .build();
    try (CqlSession session = server.sessionBuilder().withConfigLoader(config).build()) {
      ParquetImporter.on(session)
          .table(keyspace.name(), "users")
          .from(nameOfOne("new"))
          .serverTimestamp()
          .load();
    }
    Row row = one("SELECT name, writetime(name) FROM users WHERE id = 1");
    assertThat(row.getString(0)).isEqualTo("new");
    assertThat(row.getLong(1)).isGreaterThan(1_600_000_000_000_000L);
  }

  @Test
  void rowsLiveForTheSecondsThatAreGiven() {
    users().from(nameOfOne("brief")).ttlSeconds(500).load();

    assertThat(one("SELECT ttl(name) FROM users WHERE id = 1").getInt(0)).isBetween(400, 500);
  }

  @Test
  void aTimeToLiveOfZeroOverridesTheTablesOwn() {
    keyspace.execute(
        "CREATE TABLE brief (id int PRIMARY KEY, name text) WITH default_time_to_live = 100");
    ParquetImporter brief = importer().table(keyspace.name(), "brief").from(nameOfOne("new"));

    brief.load();
    assertThat(one("SELECT ttl(name) FROM brief").getInt(0)).isBetween(50, 100);
    brief.ttlSeconds(0).load();
    assertThat(one("SELECT ttl(name) FROM brief").isNull(0)).isTrue();
  }

  @Test
  void anImportRunTwiceGivesTheSameLists() {
    keyspace.execute("CREATE TABLE lists (id int PRIMARY KEY, tags list<text>)");
    Path file =
        RowFile.of(
                "optional int32 id; optional group tags (LIST) { repeated group list {"
                    + " optional binary element (STRING); } }")
            .row(1, List.of("a", "b"))
            .writeTo(file("lists"));
    ParquetImporter lists = importer().table(keyspace.name(), "lists").from(file);

    lists.load();
    lists.load();

    assertThat(one("SELECT tags FROM lists").getList(0, String.class)).containsExactly("a", "b");
  }

  private Path nameOfOne(String name) {
    return RowFile.of(NAMES).row(1, name).writeTo(file("name-" + name));
  }

  private ParquetImporter importer() {
    return ParquetImporter.on(keyspace.session());
  }

  private ParquetImporter users() {
    return importer().table(keyspace.name(), "users");
  }

  private Path file(String name) {
    return directory.resolve(name + ".parquet");
  }

  private Row one(String cql) {
    return keyspace.execute(cql).all().get(0);
  }
}
