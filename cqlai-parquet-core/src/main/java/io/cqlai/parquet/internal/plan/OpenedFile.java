package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.spi.RowSource;

/** A file whose fields were matched to columns, before any statement is prepared. */
record OpenedFile(Format format, RowSource source, ColumnMatch match, NamedInput input) {

  String name() {
    return source.name();
  }

  long bytes() {
    return input.bytes();
  }
}
