package io.cqlai.parquet.internal.parquet.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than the heap of the JVM that writes them. */
class SmallHeapTest {

  @TempDir Path directory;

  private void write(String kind, String heap, long rows, long leastBytes)
      throws IOException, InterruptedException {
    Path file = directory.resolve(kind + ".parquet");
    Path output = directory.resolve("output.txt");
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapMain.class.getName(),
                kind,
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(jvm.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
    } finally {
      jvm.destroyForcibly();
    }
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(jvm.exitValue()).as(printed).isZero();
    assertThat(printed.strip()).endsWith(Long.toString(rows));
    assertThat(Files.size(file)).isGreaterThan(leastBytes);
  }

  @Test
  void aTableOfMoreThanTwiceTheHeapIsWrittenIn64Megabytes()
      throws IOException, InterruptedException {
    write("ordinary", "64m", 1_000_000, 128 << 20);
  }

  @Test
  void aThousandColumnsAreWrittenIn64Megabytes() throws IOException, InterruptedException {
    write("columns", "64m", 6_000, 70 << 20);
  }

  @Test
  void cellsOf16MegabytesAreWrittenIn256Megabytes() throws IOException, InterruptedException {
    write("huge", "256m", 30_030, 400 << 20);
  }
}
