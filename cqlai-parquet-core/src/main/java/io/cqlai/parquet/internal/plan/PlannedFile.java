package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.internal.load.RowBinder;
import io.cqlai.parquet.internal.parquet.read.ImportMapping;
import io.cqlai.parquet.internal.parquet.read.ParquetSource;
import io.cqlai.parquet.spi.StagedFile;
import javax.annotation.Nullable;

/**
 * One file of an import, with its footer read and its columns matched.
 *
 * @param source the file
 * @param mapping how its fields become cells
 * @param binder how a row of these cells is written
 * @param bytes the file's size
 * @param errorFile where its rejected rows go, the same for files of one schema, or null
 */
public record PlannedFile(
    ParquetSource source,
    ImportMapping mapping,
    RowBinder binder,
    long bytes,
    @Nullable StagedFile errorFile) {

  /** Returns its path or URI. */
  public String name() {
    return source.name();
  }
}
