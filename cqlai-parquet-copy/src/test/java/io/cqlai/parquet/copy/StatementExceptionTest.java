package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementExceptionTest {

  @Test
  void showsThePlaceInTheStatement() {
    assertThat(mistake("COPY ks.t TO 'x.parquet' WITH COMPRESION='ZSTD'").rendered())
        .isEqualTo(
            """
            line 1, column 31: there is no option COMPRESION
              COPY ks.t TO 'x.parquet' WITH COMPRESION='ZSTD'
                                            ^^^^^^^^^^
              expected: an option of COPY TO
              hint: did you mean COMPRESSION?\
            """);
  }

  @Test
  void showsOnlyTheLineOfThePlace() {
    StatementException mistake =
        mistake("COPY t TO 'x'\r\nWITH LIMIT=1\r\n\tAND LIMT=2\r\nWHERE a=1");

    assertThat(mistake.line()).isEqualTo(3);
    assertThat(mistake.column()).isEqualTo(6);
    assertThat(mistake.offset()).isEqualTo(34);
    assertThat(mistake.rendered()).contains("\n  \tAND LIMT=2\n  \t    ^^^^\n");
  }

  @Test
  void pointsBehindTheLastCharacterAtTheEnd() {
    assertThat(mistake("COPY t TO").rendered())
        .contains("line 1, column 10: ", "\n  COPY t TO\n           ^\n");
  }

  @Test
  void countsCharactersOutsideOfTheBasicPlaneOnce() {
    StatementException mistake = mistake("COPY \"\uD83D\uDE00\uD83D\uDE00\" OF");

    assertThat(mistake.column()).isEqualTo(11);
    assertThat(mistake.offset()).isEqualTo(12);
    assertThat(mistake.rendered()).contains("\n            ^^\n");
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    String statement =
        "COPY t TO '" + "a".repeat(300) + "' WITH LIMT=1 AND ERRFILE='" + "b".repeat(300) + "'";
    List<String> lines = mistake(statement).rendered().lines().toList();

    assertThat(lines.get(1)).startsWith("  …aaa").endsWith("b…").hasSizeLessThanOrEqualTo(80);
    int caret = lines.get(2).indexOf("^^^^");
    assertThat(lines.get(1).substring(caret, caret + 4)).isEqualTo("LIMT");
  }

  @Test
  void showsNoControlCharacters() {
    assertThat(mistake("COPY t TO 'x' WITH ERRFILE='\u001b[31m' AND LIMT=1").rendered())
        .doesNotContain("\u001b")
        .contains("ERRFILE='\uFFFD[31m'");
  }

  @Test
  void movesToItsPlaceInTheScript() {
    String script = "USE ks; COPY t\nTO 'x' WITH LIMT=1;\n  COPY t TO 'y' WITH LIMT=1;";
    List<Fragment> fragments = Statements.split(script);
    StatementException second = mistake(fragments.get(1).text()).movedTo(fragments.get(1));
    StatementException third = mistake(fragments.get(2).text()).movedTo(fragments.get(2));

    assertThat(second.getMessage()).startsWith("line 2, column 13: there is no option LIMT;");
    assertThat(second.offset()).isEqualTo(script.indexOf("LIMT"));
    assertThat(third.getMessage()).startsWith("line 3, column 22: there is no option LIMT;");
    assertThat(third.offset()).isEqualTo(script.lastIndexOf("LIMT"));
    assertThat(third.rendered()).contains("\n  COPY t TO 'y' WITH LIMT=1\n");
  }

  @Test
  void canBeMadeForAPlaceThatTheParserGave() {
    String statement = "COPY t TO 'x' WITH TYPES='{'";
    Place place = Parsed.to(statement).options().find(CopyOption.TYPES).orElseThrow().place();
    StatementException mistake =
        new StatementException(
            statement, place, StatementCode.OPTION_VALUE, "TYPES is not JSON", null, null);

    assertThat(mistake).hasMessage("line 1, column 26: TYPES is not JSON");
    assertThat(mistake.rendered()).endsWith("\n  " + " ".repeat(25) + "^^^");
    assertThat(mistake.expected()).isEmpty();
    assertThat(mistake.hint()).isEmpty();
  }

  private static StatementException mistake(String statement) {
    return catchThrowableOfType(StatementException.class, () -> Statements.parse(statement));
  }
}
