package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.internal.storage.SpooledInput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where an import's rows come from. */
public sealed interface ImportSource {

  /** A path or URI, opened when the import is planned. */
  record Place(String text) implements ImportSource {}

  /** What the caller gave to read from. */
  record Given(NamedInput input) implements ImportSource {

    @Override
    public void release() {
      if (input.file() instanceof SpooledInput stream) {
        try {
          stream.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Lets go of what is kept of it, once nothing is read from it any more. */
  default void release() {}
}
