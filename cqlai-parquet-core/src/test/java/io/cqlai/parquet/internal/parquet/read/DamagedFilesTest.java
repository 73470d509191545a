package io.cqlai.parquet.internal.parquet.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with bytes that are others than were written, or missing: read, or refused as such. */
class DamagedFilesTest {

  private static final int DAMAGES = 100;

  /** Only a reader that never ends takes so long. */
  private static final Duration ENDLESS = Duration.ofMinutes(2);

  @TempDir private Path directory;

  static List<SampleFile> samples() {
    return SampleFile.ALL;
  }

  static List<SampleFile> samplesWithChecksums() {
    return SampleFile.ALL.stream().filter(SampleFile::checksums).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void oneOtherByteEndsInRowsOrInAnErrorThatNamesTheFile(SampleFile sample) throws IOException {
    byte[] file = sample.write(directory);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    AtomicReference<String> current = new AtomicReference<>("");
    assertTimeoutPreemptively(
        ENDLESS,
        () -> {
          for (int i = 0; i < DAMAGES; i++) {
            int place = random.nextInt(file.length);
            byte[] damaged = file.clone();
            damaged[place] ^= (byte) (1 + random.nextInt(255));
            current.set("seed " + seed + ", damage " + i + ": byte " + place);
            Hostile.readOrRefused(current.get(), damaged);
          }
        },
        current::get);
  }

  @ParameterizedTest
  @MethodSource("samplesWithChecksums")
  void anotherByteInAPageWithAChecksumIsNoticed(SampleFile sample) throws IOException {
    byte[] file = sample.write(directory);
    List<int[]> pages = PagesOf.file(file);
    assertThat(pages).hasSizeGreaterThan(40);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int[] page : pages) {
      byte[] damaged = file.clone();
      int place = page[0] + random.nextInt(page[1]);
      damaged[place] ^= (byte) (1 + random.nextInt(255));
      String what = "seed " + seed + ": byte " + place;
      boolean refused = Hostile.readOrRefused(what, damaged);
      assertThat(refused).as(what).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFileThatEndsEarlyIsRefused(SampleFile sample) throws IOException {
    byte[] file = sample.write(directory);
    for (int length = 0; length < file.length; length += 1 + length / 40) {
      String what = "the first " + length + " of " + file.length + " bytes";
      boolean refused = Hostile.readOrRefused(what, Arrays.copyOf(file, length));
      assertThat(refused).as(what).isTrue();
    }
  }
}
