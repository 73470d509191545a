package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.spi.StagedFile;

/** Where an export goes. */
public sealed interface Target {

  /** A path or URI, staged when the export is planned. */
  record Place(String text) implements Target {}

  /** What the caller gave to write to. */
  record Given(StagedFile file) implements Target {}
}
