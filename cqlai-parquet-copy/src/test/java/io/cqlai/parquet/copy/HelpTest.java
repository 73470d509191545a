package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @Test
  void describesAnOption() {
    assertThat(Statements.help("maxrequests"))
        .isEqualTo(
            """
            CONCURRENCY: the most requests in flight: pages of token ranges, or writes
              value:   a whole number from 1 to 32,768
              default: by cores and nodes
              for:     COPY TO, COPY FROM
              also:    MAXREQUESTS
            """);
  }

  @Test
  void listsTheOptionsOfOneDirection() {
    String to = Statements.help("copy  to");
    String from = Statements.help("COPY FROM");

    for (CopyOption option : CopyOption.values()) {
      String line = String.format("%n  %-18s %s%n", option, option.help()).replace("\r\n", "\n");
      assertThat(to.contains(line)).isEqualTo(option.directions().contains(Direction.TO));
      assertThat(from.contains(line)).isEqualTo(option.directions().contains(Direction.FROM));
      assertThat(Statements.help("options")).contains(option.help());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "'' > COPY (SELECT …) TO 'path' | STDOUT",
        "help > EXPLAIN COPY",
        "copy > FROM 'path', … | STDIN",
        "explain > prints the plan",
        "capture > CAPTURE OFF",
        "compression > for:     COPY TO, CAPTURE",
        "skipcols > SKIPCOLS is refused: columns are chosen by name; list the columns",
        "LIMT > There is no help for LIMT; did you mean LIMIT?",
        "weather > There is no help for WEATHER."
      })
  void answersEveryTopic(String topic, String part) {
    assertThat(Statements.help(topic)).contains(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "COPY", "COPY TO", "EXPLAIN", "OPTIONS", "LIMIT", "RESUME", "what"})
  void endsInALineBreak(String topic) {
    assertThat(Statements.help(topic)).endsWith("\n").doesNotContain("\r");
  }
}
