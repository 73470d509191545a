package io.cqlai.parquet.copy;

import static io.cqlai.parquet.copy.Parsed.name;
import static io.cqlai.parquet.copy.Parsed.names;
import static io.cqlai.parquet.copy.Parsed.table;
import static io.cqlai.parquet.copy.Parsed.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyToTest {

  @Test
  void exportsAWholeTable() {
    assertThat(to("COPY users TO 'users.parquet'"))
        .isEqualTo(
            new CopyTo(
                new CopySource.Table(name("users"), List.of(), Optional.empty()),
                Optional.of("users.parquet"),
                Options.none()));
  }

  @Test
  void takesStdoutForNoPath() {
    assertThat(to("COPY t TO STDOUT").target()).isEmpty();
    assertThat(to("COPY (SELECT 1) to stdout WITH HEADER=false").target()).isEmpty();
    assertThat(to("COPY stdout TO 'stdout'").target()).hasValue("stdout");
  }

  @Test
  void takesKeyspaceAndColumnsInTheirOrder() {
    CopySource.Table table = table("copy Shop.Users (Name, \"Id\", \"a\"\"b c\") to 'x'");

    assertThat(table.name()).isEqualTo(name("shop", "users"));
    assertThat(table.columns()).isEqualTo(names("name", "Id", "a\"b c"));
  }

  @Test
  void takesTheColumnWithoutAName() {
    assertThat(table("COPY t (\"\", k) TO 'x'").columns()).isEqualTo(names("", "k"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "to", "from", "with", "where", "select", "limit", "copy"})
  void takesReservedWordsAsTables(String word) {
    assertThat(table("COPY " + word + " TO 'x'").name()).isEqualTo(name(word));
    assertThat(table("COPY " + word + "." + word + " TO 'x'").name()).isEqualTo(name(word, word));
    assertThat(Parsed.from("COPY " + word + " FROM 'x'").table()).isEqualTo(name(word));
    assertThat(table("COPY t (" + word + ") TO 'x'").columns()).isEqualTo(names(word));
  }

  @Test
  void keepsWhatQuotesMeanInAPath() {
    assertThat(to("COPY t TO 'it''s here.parquet'").target()).hasValue("it's here.parquet");
    assertThat(to("COPY t TO $$it's here.parquet$$").target()).hasValue("it's here.parquet");
  }

  @Test
  void takesWhereOnEitherSideOfWith() {
    CopyTo after = to("COPY t TO 'x' WITH LIMIT = 5 WHERE a = 1");
    CopyTo before = to("COPY t TO 'x' WHERE a = 1 WITH LIMIT = 5");

    assertThat(after).isEqualTo(before);
    assertThat(after.options().number(CopyOption.LIMIT)).hasValue(5);
    assertThat(((CopySource.Table) after.source()).where()).contains("a = 1");
  }

  @Test
  void keepsTheTextOfWhereAsItStands() {
    String where =
        "a IN ('WITH; ''x''', $$ORDER BY$$)\n  -- not ; the end\n AND \"with\" > {'k': [1]}";

    assertThat(table("COPY t TO 'x' WHERE /* here */ " + where + " -- there\n;").where())
        .contains(where);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"limit\" = 1",
        "per = 1 AND partition = 2",
        "group = 1",
        "v CONTAINS KEY 'ORDER BY'",
        "token(id) > -9223372036854775808",
        "id = 123e4567-e89b-12d3-a456-426614174000 AND b = 0xff",
        "d = 1y2mo AND t < '2024-01-01' + 2h",
        "(a, b) >= (1, 2) AND m['k'] != 1.5e-3",
        "addr = {street: 'a', zip: 1}"
      })
  void leavesConditionsToTheServer(String where) {
    assertThat(table("COPY t TO 'x' WHERE " + where).where()).contains(where);
  }

  @Test
  void keepsAQueryAsItStands() {
    String query =
        "SELECT a, count(*) FROM ks.t\n WHERE b IN (1, 2) -- ) not yet\n LIMIT 3 ALLOW FILTERING";
    CopyTo copy = to("COPY ( " + query + " /* done */ ) TO 'x' WITH CHUNKSIZE=5");

    assertThat(copy.source()).isEqualTo(new CopySource.Query(query));
    assertThat(copy.options().number(CopyOption.CHUNKSIZE)).hasValue(5);
  }

  @Test
  void allowsLineBreaksAndCommentsAnywhere() {
    String spread =
        "// a\nCOPY -- b\r\n /* c\n */ ks /**/ . t ( a , b ) TO\n'x'\rWITH\tLIMIT\n=\n1 ; -- end";

    assertThat(to(spread)).isEqualTo(to("COPY ks.t (a, b) TO 'x' WITH LIMIT=1"));
  }

  @Test
  void explainsEitherDirection() {
    assertThat(Statements.parse("EXPLAIN COPY t TO 'x' WITH LIMIT=1"))
        .isEqualTo(new ExplainCopy(to("COPY t TO 'x' WITH LIMIT=1")));
    assertThat(Statements.parse("explain copy t from 'x';"))
        .isEqualTo(new ExplainCopy(Parsed.from("COPY t FROM 'x'")));
  }
}
