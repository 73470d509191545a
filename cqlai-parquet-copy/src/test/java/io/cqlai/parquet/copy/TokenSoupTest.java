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
            AnyText.check(soup.toString());
          }
        });
  }

  @Test
  void aStatementCutAnywhereEndsInAStatementOrAMessage() {
    for (int from = 0; from <= VALID.length(); from++) {
      for (int to = from; to <= VALID.length(); to++) {
        AnyText.check(VALID.substring(from, to));
      }
    }
  }

  @Test
  void aStatementWithOneOtherCharacterEndsInAStatementOrAMessage() {
    for (int i = 0; i < VALID.length(); i++) {
      for (char c : "\0\t\n\r !\"#$'()*+,-./05:;<=>?AX[]`{}~\u00A0é‘\uD83D".toCharArray()) {
        AnyText.check(VALID.substring(0, i) + c + VALID.substring(i + 1));
      }
    }
  }

  @Test
  void deepBracketsAndLongTextsEndInAStatementOrAMessage() {
    AnyText.check("COPY t TO 'x' WHERE " + "(".repeat(100_000));
    AnyText.check("COPY (" + "SELECT ".repeat(100_000) + ") TO 'x'");
    AnyText.check("COPY t TO 'x' WITH LIMIT=" + "9".repeat(1_000_000));
    AnyText.check("COPY t TO '" + "'".repeat(1_000_000));
    AnyText.check("COPY t (" + "a".repeat(1_000_000) + ") TO 'x'");
  }
}
