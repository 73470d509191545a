package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import io.cqlai.parquet.option.Compression;
import java.util.OptionalLong;

/** The options that say how a Parquet file is written. */
final class WriteOptions {

  private static final long MOST_ROW_GROUP_BYTES = 64L << 20;

  private WriteOptions() {}

  static ParquetWriteSettings of(OptionSet options) {
    Compression compression =
        options.choice(CopyOption.COMPRESSION, Compression.class, Compression.SNAPPY);
    OptionalLong level = options.number(CopyOption.COMPRESSION_LEVEL);
    return new ParquetWriteSettings(
        compression,
        level.isPresent() ? (int) level.getAsLong() : null,
        options.number(CopyOption.ROWGROUP_BYTES).orElse(defaultRowGroupBytes()),
        options.number(CopyOption.CHUNKSIZE).orElse(Long.MAX_VALUE));
  }

  /** An eighth of the heap: one row group being encoded must leave room for the pages in flight. */
  private static long defaultRowGroupBytes() {
    return Math.min(MOST_ROW_GROUP_BYTES, Runtime.getRuntime().maxMemory() / 8);
  }
}
