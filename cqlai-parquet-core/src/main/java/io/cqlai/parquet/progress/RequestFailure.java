package io.cqlai.parquet.progress;

/** Why a request failed, as far as it matters for what is done about it. */
public enum RequestFailure {
  /** The server or the driver waited in vain. */
  TIMEOUT,
  /** Too few replicas were alive, or no node could be reached. */
  UNAVAILABLE,
  /** The server, or the driver's own bound, had too much to do. */
  OVERLOADED,
  /** The connection was lost. */
  CONNECTION,
  /** A replica or the coordinator failed on it, as on too many tombstones. */
  SERVER,
  /** The server refused it, or it could not be sent. */
  REFUSED
}
