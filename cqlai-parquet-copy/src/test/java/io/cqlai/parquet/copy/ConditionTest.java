package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  @Test
  void ofTheApiMayHaveBindMarkers() {
    assertThat(Statements.checkWhere(" a = ? AND b = :b -- c")).isEqualTo("a = ? AND b = :b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "~~ > line 1, column 1: the WHERE clause is empty; expected a relation",
        "a = ? LIMIT 5 > line 1, column 7: WHERE cannot have LIMIT here: a table is read in many"
            + " queries; use the option: WITH LIMIT = …",
        "a = 1; DROP TABLE t > line 1, column 6: unexpected \";\"; expected the end of the"
            + " condition",
        "a = 1 WITH b > line 1, column 7: unexpected WITH; expected the end of the condition",
        "a = 'x > line 1, column 5: the string that starts here is never closed; expected a"
            + " closing '; a quote inside a string is written twice: 'it''s'",
        "a IN (1 > line 1, column 6: the bracket ( is never closed; expected a closing )"
      })
  void ofTheApiIsCheckedAsInAStatement(String where, String message) {
    StatementException mistake =
        catchThrowableOfType(StatementException.class, () -> Statements.checkWhere(where));

    assertThat(mistake).hasMessage(message);
  }
}
