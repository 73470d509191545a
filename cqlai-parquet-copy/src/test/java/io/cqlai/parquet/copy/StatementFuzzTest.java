package io.cqlai.parquet.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Good and bad statements, mixed and cut by the thousand. */
class StatementFuzzTest {

  private static final int INPUTS = 50_000;

  @Test
  void mixedStatementsEndInAStatementOrAMessageWithAPlace() {
    StatementFuzz fuzz = new StatementFuzz();
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (long number = 0; number < INPUTS; number++) {
            fuzz.attempt(number);
          }
        },
        fuzz::toString);
    System.out.println(fuzz);
    assertThat(fuzz.crashes()).isZero();
    assertThat(fuzz.parsed()).isBetween(INPUTS / 100L, INPUTS / 2L);
  }

  /** For as many minutes as the property {@code fuzz.minutes} says; without it, for one. */
  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void mixedStatementsForSomeMinutes() {
    StatementFuzz fuzz = new StatementFuzz();
    long first = System.currentTimeMillis() << 20;
    System.out.println("fuzz numbers from " + first);
    long start = System.nanoTime();
    long nanos = TimeUnit.MINUTES.toNanos(Long.getLong("fuzz.minutes", 1));
    for (long number = first; System.nanoTime() - start < nanos; number++) {
      fuzz.attempt(number);
    }
    System.out.println(fuzz);
    assertThat(fuzz.crashes()).isZero();
  }
}
