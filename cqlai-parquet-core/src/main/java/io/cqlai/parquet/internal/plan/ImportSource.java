package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.storage.NamedInput;

/** Where an import's rows come from. */
public sealed interface ImportSource {

  /** A path or URI, opened when the import is planned. */
  record Place(String text) implements ImportSource {}

  /** What the caller gave to read from. */
  record Given(NamedInput input) implements ImportSource {}
}
