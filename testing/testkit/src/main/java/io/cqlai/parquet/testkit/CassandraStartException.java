package io.cqlai.parquet.testkit;

import javax.annotation.Nullable;

/** A Cassandra could not be started; the message says why, and ends with the tail of its log. */
public final class CassandraStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CassandraStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
