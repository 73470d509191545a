package io.cqlai.parquet.internal.cql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerWarningsTest {

  @Test
  void warningsThatDifferInANumberAreSummed() {
    ServerWarnings warnings = new ServerWarnings();
    warnings.add("Value of 70000 bytes is large", false);
    warnings.add("Value of 80000 bytes is large", false);
    warnings.add("Index is slow", false);

    assertThat(warnings.sentences())
        .containsExactlyInAnyOrder(
            "The server warned 2 times, first with: Value of 70000 bytes is large",
            "The server warned: Index is slow");
  }

  @Test
  void kindsBeyondTheTwentiethAreOnlyCounted() {
    ServerWarnings warnings = new ServerWarnings();
    for (char c = 'a'; c <= 'z'; c++) {
      warnings.add("kind " + c, false);
    }

    assertThat(warnings.sentences())
        .hasSize(21)
        .last()
        .isEqualTo("The server gave 6 more warnings of other kinds");
  }

  @Test
  void leavesOutWhatIsSaidOfOurBatches() {
    ServerWarnings warnings = new ServerWarnings();
    warnings.add("Batch for [ks.t] is of size 7.1KiB, exceeding specified threshold", true);
    warnings.add("Unlogged batch covering 30 partitions detected against table [ks.t]", true);
    warnings.add("Index is slow", true);

    assertThat(warnings.sentences()).containsExactly("The server warned: Index is slow");
  }
}
