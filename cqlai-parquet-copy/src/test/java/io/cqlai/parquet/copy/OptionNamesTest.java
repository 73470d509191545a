package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names that users know from this project's own reference, from cqlai and from cqlsh. */
class OptionNamesTest {

  private static final String WORKING =
      "FORMAT COMPRESSION COMPRESSION_LEVEL CHUNKSIZE ROWGROUP_BYTES PAGESIZE LIMIT SKIPROWS"
          + " MAX_FILE_SIZE MAXROWS IF_EXISTS SCHEMA_MODE CONVERT NULLS MODE TIMESTAMP TTL PROFILE TYPES METADATA"
          + " MAXERRORS ERRFILE RESUME CHECKPOINT CONSISTENCY REQUEST_TIMEOUT"
          + " EXECUTION_PROFILE CONCURRENCY"
          + " WRITERS NUMPROCESSES RATE INGESTRATE HEADER DELIMITER QUOTE ESCAPE ENCODING NULL"
          + " NULLVAL"
          + " BEGINTOKEN ENDTOKEN MAXREQUESTS PAGETIMEOUT MAXINSERTERRORS MAXPARSEERRORS";
  private static final String REFUSED =
      "SINCE TRANSFORM PARTITION_BY PARTITION MAXOUTPUTSIZE BLOOM FILTER"
          + " PARTITION_FILTER CREATE_TABLE PRIMARY_KEY"
          + " VERSION AWS_PROFILE MAXATTEMPTS MAXBATCHSIZE MINBATCHSIZE"
          + " REPORTFREQUENCY DATETIMEFORMAT"
          + " BOOLSTYLE DECIMALSEP THOUSANDSSEP SKIPCOLS FLOATPRECISION DOUBLEPRECISION"
          + " PREPAREDSTATEMENTS CONFIGFILE RATEFILE";

  static Stream<String> working() {
    return Stream.of(WORKING.split(" "));
  }

  static Stream<String> refused() {
    return Stream.of(REFUSED.split(" "));
  }

  @ParameterizedTest
  @MethodSource("working")
  void isTakenWhereItMeansTheSame(String name) {
    assertThat(CopyOption.named(name)).isPresent();
    assertThat(CopyOption.named(name.toLowerCase(Locale.ROOT))).isEqualTo(CopyOption.named(name));
    assertThat(RefusedOption.named(name)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedWithReasonAndRemedyWhereItCannotWork(String name) {
    assertThat(CopyOption.named(name)).isEmpty();
    for (String start : List.of("COPY t TO 'x' WITH ", "COPY t FROM 'x' WITH ", "CAPTURE 'x' ")) {
      assertThatThrownBy(() -> Statements.parse(start + name.toLowerCase(Locale.ROOT) + "='1'"))
          .isInstanceOfSatisfying(
              StatementException.class,
              refusal -> {
                assertThat(refusal.code()).isEqualTo("OPTION_REFUSED");
                assertThat(refusal.problem()).startsWith(name + " is ");
                assertThat(refusal.hint()).isPresent();
                assertThat(refusal.column()).isEqualTo(start.length() + 1);
              });
    }
  }

  @Test
  void theListsHoldEveryNameThereIs() {
    List<String> names = new ArrayList<>();
    for (CopyOption option : CopyOption.values()) {
      names.add(option.name());
      names.addAll(option.aliases());
    }
    assertThat(names).containsExactlyInAnyOrderElementsOf(working().toList());
    assertThat(RefusedOption.all())
        .extracting(RefusedOption::name)
        .containsExactlyInAnyOrderElementsOf(refused().toList());
  }

  @Test
  void noNameMeansTwoOptions() {
    Set<String> seen = new HashSet<>();
    for (CopyOption option : CopyOption.values()) {
      assertThat(seen.add(option.name())).as(option.name()).isTrue();
      option.aliases().forEach(alias -> assertThat(seen.add(alias)).as(alias).isTrue());
    }
  }

  @Test
  void isTakenInItsDirectionsOnly() {
    for (CopyOption option : CopyOption.values()) {
      for (Direction direction : Direction.values()) {
        String to = direction == Direction.CAPTURE ? "CAPTURE" : "COPY t " + direction.name();
        String start = to + " 'x' WITH " + option + " = ";
        assertThatThrownBy(() -> Statements.parse(start))
            .isInstanceOfSatisfying(
                StatementException.class,
                mistake ->
                    assertThat(mistake.code())
                        .as(start)
                        .isEqualTo(
                            option.directions().contains(direction)
                                ? "SYNTAX"
                                : "OPTION_NOT_APPLICABLE"));
      }
    }
  }
}
