package io.cqlai.parquet.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a transfer is at one moment.
 *
 * @param rows rows that have arrived
 * @param bytes bytes written to files, or read from them
 * @param elapsed time since the start
 * @param fraction the part that is done, 0 to 1, by token range or row group; empty when the whole
 *     is not known
 */
public record Progress(long rows, long bytes, Duration elapsed, OptionalDouble fraction) {

  /** Returns the rows per second since the start; 0 before any time has passed. */
  public double rowsPerSecond() {
    return elapsed.isZero() ? 0 : rows / (elapsed.toNanos() / 1e9);
  }

  /** Returns the time that is left at the pace so far; empty when it cannot be told yet. */
  public Optional<Duration> remaining() {
    if (fraction.isEmpty() || fraction.getAsDouble() <= 0) {
      return Optional.empty();
    }
    double done = fraction.getAsDouble();
    return Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * (1 - done) / done)));
  }
}
