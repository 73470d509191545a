package io.cqlai.parquet.it.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.testkit.junit.CassandraTest;
import io.cqlai.parquet.testkit.junit.TestKeyspace;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two keys stay two keys, and one row stays one row. */
@CassandraTest
class KeysTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Profile.class)
  void decimalsOfTheSameValueAreTwoKeys(Profile profile, TestKeyspace keyspace) {
    String create = "CREATE TABLE %s (k decimal, c decimal, v int, PRIMARY KEY (k, c))";
    String table = "decimals_" + profile.name().toLowerCase(Locale.ROOT);
    keyspace.execute(create.formatted(table));
    String[] numbers = {"1.0", "1.00", "1", "10E-1", "0", "0.000", "-5.5", "1e30", "1e-30"};
    for (String k : numbers) {
      for (String c : numbers) {
        keyspace.execute("INSERT INTO " + table + " (k, c, v) VALUES (" + k + "," + c + ", 1)");
      }
    }
    assertThat(keyspace.execute("SELECT DISTINCT k FROM " + table).all()).hasSize(8);
    assertMovesWhole(table, create, profile, keyspace);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void timesThatDifferByANanosecondAreTwoKeys(Profile profile, TestKeyspace keyspace) {
    String create = "CREATE TABLE %s (k time, c time, v int, PRIMARY KEY (k, c))";
    String table = "times_" + profile.name().toLowerCase(Locale.ROOT);
    keyspace.execute(create.formatted(table));
    for (String time : new String[] {"12:00:00", "12:00:00.000000001", "12:00:00.001"}) {
      keyspace.execute("INSERT INTO " + table + " (k, c, v) VALUES (?, '00:00:00', 1)", at(time));
      keyspace.execute("INSERT INTO " + table + " (k, c, v) VALUES ('00:00:00', ?, 1)", at(time));
    }
    assertMovesWhole(table, create, profile, keyspace);
  }

  @Test
  void decimalsWithinCollectionsOfAKeyStayApart(TestKeyspace keyspace) {
    String create =
        "CREATE TABLE %s (k frozen<list<decimal>>, c frozen<map<text, frozen<tuple<decimal,"
            + " time>>>>, v int, PRIMARY KEY (k, c))";
    keyspace.execute(create.formatted("nested_decimals"));
    for (String k : new String[] {"[1.0]", "[1.00]", "[1.0, 1.00]", "[]"}) {
      for (String c :
          new String[] {
            "{}", "{'a': (1.0, '01:02:03.000000004')}", "{'a': (1.00, '01:02:03.000000005')}"
          }) {
        keyspace.execute("INSERT INTO nested_decimals (k, c, v) VALUES (" + k + ", " + c + ", 1)");
      }
    }
    assertMovesWhole("nested_decimals", create, Profile.STANDARD, keyspace);
  }

  @Test
  void staticValuesComeBackWithAndWithoutRows(TestKeyspace keyspace) {
    String create =
        "CREATE TABLE %s (k int, c text, s text STATIC, t list<int> STATIC, v int, PRIMARY KEY (k,"
            + " c)) WITH CLUSTERING ORDER BY (c DESC)";
    keyspace.execute(create.formatted("statics"));
    keyspace.execute("INSERT INTO statics (k, s, t) VALUES (1, 'alone', [1, 2])");
    keyspace.execute("INSERT INTO statics (k, s) VALUES (2, 'with rows')");
    keyspace.execute("INSERT INTO statics (k, c, v) VALUES (2, 'a', 1)");
    keyspace.execute("INSERT INTO statics (k, c) VALUES (2, '')");
    keyspace.execute("INSERT INTO statics (k, c, v) VALUES (3, 'no static', 3)");
    keyspace.execute("INSERT INTO statics (k, s) VALUES (4, '')");
    Moved moved = assertMovesWhole("statics", create, Profile.STANDARD, keyspace);
    assertThat(moved.after()).hasSize(5);
  }

  @Test
  void aTableOfKeysAloneComesBack(TestKeyspace keyspace) {
    String create = "CREATE TABLE %s (a int, b text, c uuid, PRIMARY KEY ((a, b), c))";
    keyspace.execute(create.formatted("keys_only"));
    for (int i = 0; i < 20; i++) {
      keyspace.execute("INSERT INTO keys_only (a, b, c) VALUES (?, ?, uuid())", i % 3, "b" + i % 2);
    }
    Moved moved = assertMovesWhole("keys_only", create, Profile.STANDARD, keyspace);
    assertThat(moved.after()).hasSize(20);
  }

  @Test
  void aTableOfNoRowsGivesAFileOfNoRows(TestKeyspace keyspace) {
    String create = "CREATE TABLE %s (k int PRIMARY KEY, v frozen<map<text, int>>)";
    keyspace.execute(create.formatted("no_rows"));
    Moved moved = assertMovesWhole("no_rows", create, Profile.STANDARD, keyspace);
    assertThat(moved.exported().rowsWritten()).isZero();
    assertThat(moved.loaded().rowsRead()).isZero();
  }

  private Moved assertMovesWhole(
      String table, String create, Profile profile, TestKeyspace keyspace) {
    Moved moved =
        Moved.through(folder.resolve("table.parquet"), keyspace.session(), table, create, profile);
    assertThat(moved.after()).isEqualTo(moved.before());
    assertThat(moved.exported().rowsWritten()).isEqualTo(moved.before().size());
    assertThat(moved.loaded().rowsWritten()).isEqualTo(moved.before().size());
    assertThat(moved.exported().losses()).isEmpty();
    return moved;
  }

  private static LocalTime at(String time) {
    return LocalTime.parse(time);
  }
}
