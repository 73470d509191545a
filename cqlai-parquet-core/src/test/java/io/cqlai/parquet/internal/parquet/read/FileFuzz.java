package io.cqlai.parquet.internal.parquet.read;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Reads bad files. Each is made from a seed number alone, with which it can be made again. One that
 * ends in anything but rows or a refusal, takes too much memory or too long is a crash, and is
 * kept.
 */
final class FileFuzz {

  /** What a reader may allocate beside some times the file: buffers of codecs, and of a page. */
  private static final long MOST_ALLOCATED = 64 << 20;

  private static final Duration ENDLESS = Duration.ofSeconds(20);
  private static final Path CRASHES = Path.of("target", "fuzz");

  private final List<FuzzSeed> seeds;
  private long tried;
  private long refused;
  private long crashes;
  private long mostAllocated;
  private long slowestNanos;

  FileFuzz(List<FuzzSeed> seeds) {
    this.seeds = seeds;
  }

  /** Tries one file. */
  void attempt(long number) {
    Random random = new Random(number);
    FuzzSeed seed = seeds.get(random.nextInt(seeds.size()));
    byte[] file = Mutation.of(seed.file(), random);
    String what = "fuzz number " + number + ", of " + seed.name();
    tried++;
    try {
      assertTimeoutPreemptively(ENDLESS, () -> read(what, file, seed));
    } catch (AssertionError | RuntimeException e) {
      crashes++;
      keep(number, file);
      System.err.println("CRASH " + what);
      e.printStackTrace();
    }
  }

  private void read(String what, byte[] file, FuzzSeed seed) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    long start = System.nanoTime();
    if (Hostile.readOrRefused(what, file, seed.columns())) {
      refused++;
    }
    slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
    long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    mostAllocated = Math.max(mostAllocated, allocated);
    if (allocated > MOST_ALLOCATED) {
      throw new AssertionError(what + ": allocated " + allocated + " bytes");
    }
  }

  private static void keep(long number, byte[] file) {
    try {
      Files.write(Files.createDirectories(CRASHES).resolve(number + ".parquet"), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many files were crashes. */
  long crashes() {
    return crashes;
  }

  /** Returns how many files were read, not refused. */
  long read() {
    return tried - refused - crashes;
  }

  @Override
  public String toString() {
    return String.format(
        "files: %,d tried of %d seeds, %,d refused, %,d crashes; at most %,d bytes allocated, %,d ms",
        tried, seeds.size(), refused, crashes, mostAllocated, slowestNanos / 1_000_000);
  }
}
