package io.cqlai.parquet.internal.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The write time of an import's rows: one for all of them. */
public sealed interface WriteTime {

  /** The moment at which the import starts. */
  record JobStart() implements WriteTime {}

  /** A moment that was given, in microseconds since 1970-01-01 00:00 UTC. */
  record Given(long micros) implements WriteTime {}

  /** None: each server takes its own clock. */
  record Server() implements WriteTime {}

  /** Tells whether statements carry a write time. */
  default boolean isSent() {
    return !(this instanceof Server);
  }

  /** Returns the base of all write times in microseconds; 0 where none is sent. */
  default long baseMicros(Instant jobStart) {
    if (this instanceof Given given) {
      return given.micros();
    }
    return this instanceof JobStart ? ChronoUnit.MICROS.between(Instant.EPOCH, jobStart) : 0;
  }
}
