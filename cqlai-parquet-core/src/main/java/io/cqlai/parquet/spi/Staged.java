package io.cqlai.parquet.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is being written and cannot be seen yet under its final name: a file, or a directory of
 * files. It has two endings: {@link #publish()}, or {@link #close()} without it, after which it
 * never existed.
 */
public interface Staged extends AutoCloseable {

  /** Returns the final name, as a path or URI, for messages and reports. */
  String name();

  /**
   * Lets it appear under its final name, complete and durable.
   *
   * @throws IOException when that fails; then the final name is as it was
   */
  void publish() throws IOException;

  /** Tells whether something stands under the final name: of an earlier time, before publishing. */
  boolean isThere();

  /**
   * Returns the local file in which it stands until it is published, so that what a killed process
   * leaves can be deleted; empty where there is none.
   */
  default Optional<Path> temporaryFile() {
    return Optional.empty();
  }

  /** Discards what has not been published. */
  @Override
  void close() throws IOException;
}
