package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cqlai.parquet.copy.Completion.Wanted;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cursor stands at the bar. */
class CompletionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "| > COPY EXPLAIN VERIFY CAPTURE",
        "VERIFY 'x' | > AGAINST WITHIN",
        "co| > COPY",
        "EXPLAIN | > COPY",
        "CAPTURE | > OFF APPEND SILENT PARQUET CSV JSON",
        "CAPTURE o| > OFF",
        "CAPTURE SILENT | > APPEND PARQUET CSV JSON",
        "CAPTURE 'x' COMPR| > COMPRESSION COMPRESSION_LEVEL",
        "CAPTURE 'x' FORMAT='PARQUET' A| > AND",
        "CAPTURE 'x' WITH TYP| > TYPES",
        "CAPTURE 'x' W| > WITH",
        "SELECT 1; E| > EXPLAIN",
        "COPY (s| > SELECT",
        "COPY t | > TO FROM",
        "COPY t (a, b) f| > FROM",
        "COPY (SELECT 1) | > TO",
        "COPY t TO | > STDOUT",
        "COPY t FROM s| > STDIN",
        "COPY t TO 'x' | > WITH WHERE",
        "COPY t TO 'x' w| > WITH WHERE",
        "COPY t TO 'x' wi| > WITH",
        "COPY t FROM 'x' | > WITH",
        "COPY (SELECT 1) TO 'x' | > WITH",
        "COPY t TO 'x' WHERE a = 1 W| > WITH",
        "COPY t TO 'x' WITH comp| > COMPRESSION COMPRESSION_LEVEL",
        "COPY t TO 'x' WITH COMPRESSION='ZSTD' AND comp| > COMPRESSION_LEVEL",
        "COPY t FROM 'x' WITH S| > SKIPROWS SCHEMA_MODE",
        "COPY t FROM 'x' WITH MAXREQUESTS=5 AND CON| > CONVERT CONSISTENCY",
        "COPY t TO 'x' WITH LIMIT=5 | > AND WHERE",
        "COPY t TO 'x' WHERE a=1 WITH LIMIT=5 | > AND",
        "COPY t TO 'x' WITH PROFILE=| > 'MIGRATION' 'ANALYTICS'",
        "COPY t TO 'x' WITH PROFILE = 'mi| > 'MIGRATION'",
        "COPY t TO 'x' WITH PROFILE = a| > 'ANALYTICS'",
        "COPY t TO 'x' WITH PROFILE='ANALYTICS| > 'ANALYTICS'",
        "COPY t FROM 'x' WITH TIMESTAMP=| > 'SERVER'",
        "COPY t TO 'x' WITH LIMIT=| > ~~",
        "COPY t TO 'x' WITH LIMIT=5| > ~~",
        "COPY t TO 'x' WITH F|=5 > FORMAT"
      })
  void offersWhatTheParserWouldTake(String marked, String candidates) {
    Completion completion = complete(marked);

    assertThat(completion.candidates())
        .isEqualTo(Arrays.stream(candidates.split(" ")).filter(c -> !c.isEmpty()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "COPY | > TABLE",
        "COPY us| > TABLE",
        "COPY ks.| > TABLE",
        "COPY ks.us| > TABLE",
        "COPY t (| > COLUMN",
        "COPY t (a, b| > COLUMN",
        "CAPTURE | > PATH",
        "VERIFY | > PATH",
        "VERIFY 'x' AGAINST | > TABLE",
        "CAPTURE APPEND '/tm| > PATH",
        "COPY t TO | > PATH",
        "COPY t TO '/tmp/us| > PATH",
        "COPY t FROM 'a', 'b| > PATH",
        "COPY t TO 'x' WITH LIMIT=| > VALUE",
        "COPY t TO 'x' WITH ERRFILE='/tm| > VALUE",
        "COPY t TO 'x' | > WORD"
      })
  void tellsWhatElseIsWanted(String marked, Wanted wanted) {
    assertThat(complete(marked).wanted()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT |",
        "SELECT * FROM c|",
        "COPY t TO 'x'|",
        "COPY -- c|",
        "COPY /* c|",
        "-- |",
        "COPY 'us|",
        "COPY \"us|",
        "COPY t TO 'x' WITH COMPRESION='ZSTD' |",
        "COPY (SELECT a|"
      })
  void offersNothingWhereItKnowsNothing(String marked) {
    int cursor = marked.indexOf('|');

    assertThat(complete(marked)).isEqualTo(new Completion(cursor, List.of(), Wanted.NOTHING));
  }

  @Test
  void tellsWhereTheWordBegins() {
    assertThat(complete("USE a;\nCOPY t TO 'x' WITH comp|").start()).isEqualTo(26);
    assertThat(complete("COPY t TO 'x' WITH PROFILE='mi|").start()).isEqualTo(27);
    assertThat(complete("COPY t |").start()).isEqualTo(7);
  }

  @Test
  void refusesACursorOutsideOfTheText() {
    assertThatThrownBy(() -> Statements.complete("COPY", 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatItOffersIsTaken() {
    for (String start :
        List.of("COPY t TO 'x' WITH ", "COPY t FROM 'x' WITH ", "CAPTURE 'x' WITH ")) {
      List<String> names = complete(start + "|").candidates();
      assertThat(names).hasSizeGreaterThan(9);
      for (String name : names) {
        for (String choice : complete(start + name + "=|").candidates()) {
          assertThat(Statements.parse(start + name + "=" + choice)).isInstanceOf(Statement.class);
        }
      }
    }
  }

  private static Completion complete(String marked) {
    int cursor = marked.indexOf('|');
    return Statements.complete(marked.replace("|", ""), cursor);
  }
}
