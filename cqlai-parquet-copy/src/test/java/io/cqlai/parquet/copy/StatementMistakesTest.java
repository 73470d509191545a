package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatementMistakesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void saysWhatIsWrongWhereAndWhatToDo(String statement, String code, String message) {
    StatementException mistake = mistake(statement);

    assertThat(mistake.code() + "\n" + mistake.getMessage()).isEqualTo(code + "\n" + message);
    assertThat(statement.substring(mistake.offset()))
        .hasSizeGreaterThanOrEqualTo(mistake.place().length());
  }

  static List<Arguments> mistakes() {
    List<Arguments> mistakes = new ArrayList<>();
    String[] entries = Resources.text("mistakes.txt").split("\n\n");
    for (String entry : Arrays.copyOfRange(entries, 1, entries.length)) {
      String[] lines = entry.split("\n");
      assertThat(lines).as(entry).hasSize(3);
      mistakes.add(Arguments.of(lines[0], lines[1].strip(), lines[2].strip()));
    }
    return mistakes;
  }

  @Test
  void coversEveryCode() {
    Set<String> covered =
        mistakes().stream().map(entry -> (String) entry.get()[1]).collect(Collectors.toSet());

    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(StatementCode.values()).map(Enum::name).toList());
  }

  @Test
  void refusesTextWithNothingInIt() {
    for (String nothing : List.of("", "  \n", "/* later */", ";", " -- only this\n ; ")) {
      assertThat(mistake(nothing).problem()).as(nothing).isEqualTo("the statement is empty");
    }
  }

  @Test
  void refusesPathsThatRunOverALine() {
    assertThat(mistake("COPY t TO 'x.parquet\nWITH LIMIT='").getMessage())
        .isEqualTo(
            "line 1, column 11: the path 'x.parquet WITH LIMIT=' holds a line break or a control"
                + " character; is a quote missing at its end?");
  }

  @Test
  void shortensWhatItShowsOfALongValue() {
    assertThat(mistake("COPY t TO 'x' WITH LIMIT='" + "9".repeat(5000) + "'").problem())
        .isEqualTo("LIMIT cannot be '" + "9".repeat(60) + "…'");
  }

  private static StatementException mistake(String statement) {
    StatementException mistake =
        catchThrowableOfType(StatementException.class, () -> Statements.parse(statement));
    assertThat(mistake).as("a mistake in: " + statement).isNotNull();
    return mistake;
  }
}
