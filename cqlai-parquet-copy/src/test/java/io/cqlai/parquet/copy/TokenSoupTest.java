package io.cqlai.parquet.copy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed ends in a statement or in a message with a place, and it ends. */
class TokenSoupTest {

  private static final String[] PIECES =
      """
      COPY EXPLAIN TO FROM WITH WHERE AND SELECT STDOUT STDIN LIMIT ORDER BY ALLOW FILTERING PER
      PARTITION CAPTURE VERIFY DESCRIBE PARQUET BEGIN BATCH APPLY t ks.t "Q" "" 'x' 'a''b' ''
      $$d$$ ' " $$ $ /* */ -- // ( ) [ ] { } , ; . = ? : - + * < > ! 5 -1 50K 0x1 1.5 FORMAT
      COMPRESSION COMPRESSION_LEVEL CHUNKSIZE MODE TIMESTAMP TTL MAXROWS REQUEST_TIMEOUT 'ZSTD'
      'PARQUET' '30s' HEADER NULL é # \u00A0 \uD83D \uD83D\uDE00 \0 ‘
      """
          .split("\\s");
  private static final String[] GAPS = {"", " ", " ", "\n", "\r", "\r\n", "\t"};

  private static final String VALID =
      "EXPLAIN COPY ks.\"T\" (a, b) TO 'x''y' WITH FORMAT='PARQUET' AND CHUNKSIZE=5 -- c\n"
          + "WHERE a IN (1, 2) AND b = {'k': 1};";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomPiecesEndInAStatementOrAMessage(long seed) {
    Random random = new Random(seed);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          for (int i = 0; i < 5_000; i++) {
            StringBuilder soup =
                new StringBuilder(random.nextBoolean() ? "COPY t TO 'x' WITH " : "");
            for (int piece = random.nextInt(20); piece > 0; piece--) {
              soup.append(PIECES[random.nextInt(PIECES.length)]);
              soup.append(GAPS[random.nextInt(GAPS.length)]);
            }
            check(soup.toString());
          }
        });
  }

  @Test
  void aStatementCutAnywhereEndsInAStatementOrAMessage() {
    for (int from = 0; from <= VALID.length(); from++) {
      for (int to = from; to <= VALID.length(); to++) {
        check(VALID.substring(from, to));
      }
    }
  }

  @Test
  void aStatementWithOneOtherCharacterEndsInAStatementOrAMessage() {
    for (int i = 0; i < VALID.length(); i++) {
      for (char c : "\0\t\n\r !\"#$'()*+,-./05:;<=>?AX[]`{}~\u00A0é‘\uD83D".toCharArray()) {
        check(VALID.substring(0, i) + c + VALID.substring(i + 1));
      }
    }
  }

  @Test
  void deepBracketsAndLongTextsEndInAStatementOrAMessage() {
    check("COPY t TO 'x' WHERE " + "(".repeat(100_000));
    check("COPY (" + "SELECT ".repeat(100_000) + ") TO 'x'");
    check("COPY t TO 'x' WITH LIMIT=" + "9".repeat(1_000_000));
    check("COPY t TO '" + "'".repeat(1_000_000));
    check("COPY t (" + "a".repeat(1_000_000) + ") TO 'x'");
  }

  private static void check(String text) {
    try {
      require(Statements.parse(text) != null, text);
    } catch (StatementException mistake) {
      int offset = mistake.offset();
      int length = mistake.place().length();
      require(offset >= 0 && length >= 0 && offset + length <= text.length(), text);
      require(mistake.line() > 0 && mistake.column() > 0, text);
      require(mistake.rendered().contains("^"), text);
    }
    int end = 0;
    for (Fragment fragment : Statements.split(text)) {
      require(fragment.offset() >= end, text);
      require(text.startsWith(fragment.text(), fragment.offset()), text);
      end = fragment.offset() + fragment.text().length();
    }
    require(!Statements.isComplete(text) || end < text.length() || text.isEmpty(), text);
    Completion completion = Statements.complete(text, text.length());
    require(completion.start() >= 0 && completion.start() <= text.length(), text);
  }

  /** An assertion without the cost of a fluent one, which a million calls would feel. */
  private static void require(boolean holds, String text) {
    if (!holds) {
      throw new AssertionError("broken by: " + text);
    }
  }
}
