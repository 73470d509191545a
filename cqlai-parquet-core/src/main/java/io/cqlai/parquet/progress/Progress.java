package io.cqlai.parquet.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far a transfer is at one moment.
 *
 * @param rows rows that have arrived
 * @param bytes bytes written to files, or read from them
 * @param elapsed time since the start
 * @param fraction the part that is done, 0 to 1, by token range or row group; empty when the whole
 *     is not known
 * @param pages how many pages of a query's result have come; 0 for an import
 * @param pagesAbout about how many pages there are; empty when nothing tells
 */
public record Progress(
    long rows,
    long bytes,
    Duration elapsed,
    OptionalDouble fraction,
    long pages,
    OptionalLong pagesAbout) {

  /** Returns the rows per second since the start; 0 before any time has passed. */
  public double rowsPerSecond() {
    return elapsed.isZero() ? 0 : rows / (elapsed.toNanos() / 1e9);
  }

  /**
   * Returns the time that is left at the pace so far, by the fraction that is done, else by pages;
   * empty when it cannot be told, or there are more pages than was thought.
   */
  public Optional<Duration> remaining() {
    double done = fraction.orElse(doneByPages());
    if (done <= 0 || done > 1) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * (1 - done) / done)));
  }

  private double doneByPages() {
    return pagesAbout.isPresent() ? (double) pages / pagesAbout.getAsLong() : 0;
  }
}
