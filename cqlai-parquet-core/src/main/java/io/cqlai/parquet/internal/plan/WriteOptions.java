package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import io.cqlai.parquet.option.Compression;
import java.util.OptionalLong;

/** The options that say how a Parquet file is written. */
final class WriteOptions {

  private WriteOptions() {}

  static ParquetWriteSettings of(OptionSet options, long rowGroupBytes) {
    Compression compression =
        options.choice(CopyOption.COMPRESSION, Compression.class, Compression.SNAPPY);
    OptionalLong level = options.number(CopyOption.COMPRESSION_LEVEL);
    return new ParquetWriteSettings(
        compression,
        level.isPresent() ? (int) level.getAsLong() : null,
        rowGroupBytes,
        options.number(CopyOption.CHUNKSIZE).orElse(Long.MAX_VALUE));
  }
}
