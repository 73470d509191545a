package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

  /** Source: the file reserved_keywords.txt of Cassandra 5.0. */
  private static final String RESERVED =
      "ADD ALLOW ALTER AND APPLY ASC AUTHORIZE BATCH BEGIN BY COLUMNFAMILY CREATE DELETE DESC"
          + " DESCRIBE DROP ENTRIES EXECUTE FROM FULL GRANT IF IN INDEX INFINITY INSERT INTO IS"
          + " KEYSPACE LIMIT MATERIALIZED MODIFY NAN NORECURSIVE NOT NULL OF ON OR ORDER PRIMARY"
          + " RENAME REVOKE SCHEMA SELECT SET TABLE TO TOKEN TRUNCATE UNLOGGED UPDATE USE USING"
          + " VIEW WHERE WITH";

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "users > users",
        "u2_x > u2_x",
        "Users > \"Users\"",
        "2u > \"2u\"",
        "_u > \"_u\"",
        "a b > \"a b\"",
        "a.b > \"a.b\"",
        "a\"b > \"a\"\"b\"",
        "größe > \"größe\"",
        "~~ > \"\"",
        "table > \"table\""
      })
  void isQuotedInCqlWhereItMustBe(String text, String cql) {
    assertThat(new Name(text).asCql()).isEqualTo(cql);
    assertThat(new Name(text)).hasToString(cql);
  }

  @Test
  void isQuotedWhereItIsAReservedWord() {
    for (String word : RESERVED.toLowerCase(java.util.Locale.ROOT).split(" ")) {
      assertThat(new Name(word).asCql()).isEqualTo('"' + word + '"');
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "Users", "select", "a\"b", "a b", "é", "1", "{}", "--", "a,b"})
  void isReadBackAsTheSameNameFromItsCql(String text) {
    TableName table = Parsed.name(text, text);

    assertThat(Parsed.table("COPY " + table.asCql() + " TO 'x'").name()).isEqualTo(table);
  }
}
