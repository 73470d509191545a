package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSplittingTest {

  @Test
  void cutsAtSemicolonsAndTellsWhereEachStarts() {
    String script = "USE ks;\n\n-- one\nCOPY t TO 'x';  SELECT 1";

    assertThat(Statements.split(script))
        .containsExactly(
            new Fragment("USE ks", 0, 1, 1, true),
            new Fragment("COPY t TO 'x'", 16, 4, 1, true),
            new Fragment("SELECT 1", 32, 4, 17, false));
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(Statements.split("")).isEmpty();
    assertThat(Statements.split(" ;; /* ; */ ; -- ;")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t (a) VALUES ('x; ''y'';')",
        "SELECT \"a;\"\";b\" FROM t",
        "SELECT a -- ; no\n FROM t // ; no\n WHERE /* ; no */ b = 1",
        "CREATE FUNCTION f(a int) CALLED ON NULL INPUT RETURNS int LANGUAGE java"
            + " AS $$ int b = a; return b; $$",
        "BEGIN BATCH INSERT INTO t (a) VALUES (1); UPDATE t SET b = 1 WHERE a = 2; APPLY BATCH",
        "begin unlogged batch using timestamp 1 insert into t (a) values (1); apply batch",
        "BEGIN COUNTER BATCH UPDATE c SET n = n + 1 WHERE a = 1; APPLY BATCH"
      })
  void keepsTogetherWhatIsOneStatement(String statement) {
    assertThat(Statements.split(statement + "; SELECT 2;"))
        .extracting(Fragment::text)
        .containsExactly(statement, "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a; b;",
        "SELECT \"a; b;",
        "SELECT a /* ; b;",
        "SELECT $$ a; b;",
        "BEGIN BATCH INSERT INTO t (a) VALUES (1);",
        "BEGIN BATCH INSERT INTO t (a) VALUES (1); APPLY BATCH",
        "SELECT a",
        "SELECT a -- b;"
      })
  void asksForMoreUntilTheStatementEnds(String unfinished) {
    assertThat(Statements.isComplete(unfinished)).isFalse();
    assertThat(Statements.split(unfinished)).hasSize(1);
    assertThat(Statements.split(unfinished).get(0).terminated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "-- a", "SELECT 1;", "USE a; SELECT 1; -- done", "COPY;"})
  void asksForNoMoreWhenTheStatementHasEnded(String finished) {
    assertThat(Statements.isComplete(finished)).isTrue();
  }

  @Test
  void takesScriptsWithEveryLineEnd() {
    assertThat(Statements.split("A;\rB;\nC;\r\nD;"))
        .extracting(Fragment::line)
        .containsExactly(1, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY t TO 'x'",
        " -- a\n copy",
        "EXPLAIN COPY t",
        "VERIFY 'x'",
        "CAPTURE",
        "capture off;",
        "DESCRIBE PARQUET 'x'",
        "desc parquet 'x"
      })
  void knowsItsOwnStatements(String ours) {
    assertThat(Statements.isOurs(ours)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "SELECT * FROM copy",
        "COPYING",
        "\"COPY\" t",
        "'COPY'",
        "EXPLAIN SELECT 1",
        "DESCRIBE TABLE parquet",
        "DESCRIBE parquet",
        "# COPY"
      })
  void leavesAllElseToOthers(String others) {
    assertThat(Statements.isOurs(others)).isFalse();
  }

  @Test
  void passesOverTheByteOrderMarkOfAFile() {
    List<Fragment> fragments = Statements.split("\uFEFFCOPY t TO 'x';\n");

    assertThat(fragments).extracting(Fragment::text).containsExactly("COPY t TO 'x'");
    assertThat(Statements.isOurs("\uFEFFCOPY")).isTrue();
  }

  @Test
  void countsLinesOfLongScriptsInReasonableTime() {
    String script = "SELECT 1;\n".repeat(20_000);
    List<Fragment> fragments = Statements.split(script);

    assertThat(fragments).hasSize(20_000);
    assertThat(fragments.get(19_999).line()).isEqualTo(20_000);
  }
}
