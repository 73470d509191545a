package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.load.RowBinder;
import io.cqlai.parquet.internal.storage.NamedInput;
import io.cqlai.parquet.spi.RowSource;
import io.cqlai.parquet.spi.StagedFile;
import javax.annotation.Nullable;

/**
 * One file of an import, opened and its fields matched to columns.
 *
 * @param source the file
 * @param binder how a row of these cells is written
 * @param input what it is read from
 * @param errorFile where its rejected rows go, the same for files that share one, or null
 */
public record PlannedFile(
    RowSource source, RowBinder binder, NamedInput input, @Nullable StagedFile errorFile) {

  /** Returns its path or URI. */
  public String name() {
    return source.name();
  }

  /** Returns its size in bytes; of a stream, what has been read of it. */
  public long bytes() {
    return input.bytes();
  }
}
