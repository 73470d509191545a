package io.cqlai.parquet.internal.storage;

import java.io.IOException;

/** A file appeared under its final name, complete, and its directory could not be flushed. */
public final class UnforcedException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param cause what the flush failed with
   */
  public UnforcedException(IOException cause) {
    super("its directory could not be flushed to the disk: " + cause.getMessage(), cause);
  }
}
