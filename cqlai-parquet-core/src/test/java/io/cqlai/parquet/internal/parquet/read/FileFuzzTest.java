package io.cqlai.parquet.internal.parquet.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bad files by the thousand. */
class FileFuzzTest {

  private static final int INPUTS = 3_000;

  @TempDir private Path directory;

  @Test
  void badFilesEndInRowsOrInARefusalThatNamesThem() throws IOException {
    FileFuzz fuzz = new FileFuzz(FuzzSeed.all(directory));
    for (long number = 0; number < INPUTS; number++) {
      fuzz.attempt(number);
    }
    System.out.println(fuzz);
    assertThat(fuzz.crashes()).isZero();
    assertThat(fuzz.read()).isBetween(INPUTS / 20L, INPUTS - INPUTS / 20L);
  }

  /** For as many minutes as the property {@code fuzz.minutes} says; without it, for one. */
  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void badFilesForSomeMinutes() throws IOException {
    FileFuzz fuzz = new FileFuzz(FuzzSeed.all(directory));
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
