package io.cqlai.parquet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CqlNameTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "users, users",
        "u_2, u_2",
        "Users, \"Users\"",
        "a b, \"a b\"",
        "a\"b, \"a\"\"b\"",
        "2x, \"2x\"",
        "_x, \"_x\"",
        "\u00e4, \"\u00e4\"",
        "table, \"table\"",
        "select, \"select\"",
        "``, \"\""
      })
  void quotesWhatCqlWouldNotReadAsTheSameName(String internal, String cql) {
    assertThat(CqlName.quoteIfNeeded(internal)).isEqualTo(cql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "Users", "a b", "a\"b", "table", "\"", "a,b", "a{b}"})
  void writesNamesThatTheDriverReadsBack(String internal) {
    assertThat(CqlIdentifier.fromCql(CqlName.quoteIfNeeded(internal)).asInternal())
        .isEqualTo(internal);
  }
}
