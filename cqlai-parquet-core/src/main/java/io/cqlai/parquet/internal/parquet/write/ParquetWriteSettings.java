package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.option.Compression;
import javax.annotation.Nullable;

/**
 * How a Parquet file is written.
 *
 * @param compression the codec of all pages
 * @param level how hard the codec tries: 0 to 9 for GZIP, 1 to 22 for ZSTD; null for its default,
 *     and for codecs that have no level
 * @param rowGroupBytes a row group is closed when this many encoded bytes are buffered; above 0
 * @param rowGroupRows the most rows in a row group; {@link Long#MAX_VALUE} for any number
 */
public record ParquetWriteSettings(
    Compression compression, @Nullable Integer level, long rowGroupBytes, long rowGroupRows) {

  /** SNAPPY, row groups of 4 MiB: for files that stay small. */
  public static final ParquetWriteSettings SMALL =
      new ParquetWriteSettings(Compression.SNAPPY, null, 4L << 20, Long.MAX_VALUE);

  /** Checks the settings against each other. */
  public ParquetWriteSettings {
    if (level != null) {
      checkLevel(compression, level);
    }
    if (rowGroupBytes <= 0) {
      throw badOption("ROWGROUP_BYTES=" + rowGroupBytes, "Give a size above 0");
    }
    if (rowGroupRows <= 0) {
      throw badOption("CHUNKSIZE=" + rowGroupRows, "Give a number of rows above 0");
    }
  }

  private static void checkLevel(Compression compression, int level) {
    int least = compression == Compression.GZIP ? 0 : 1;
    int most = compression == Compression.GZIP ? 9 : 22;
    if (compression != Compression.GZIP && compression != Compression.ZSTD) {
      throw badOption(
          "COMPRESSION_LEVEL=" + level + " with COMPRESSION='" + compression + "'",
          "Only GZIP and ZSTD have levels: leave it out, or use one of them");
    }
    if (level < least || level > most) {
      throw badOption(
          "COMPRESSION_LEVEL=" + level + " with COMPRESSION='" + compression + "'",
          "Give a level from " + least + " to " + most);
    }
  }

  private static TransferException badOption(String what, String remedy) {
    return TransferException.of(ErrorCode.BAD_OPTION, what + " is not possible", remedy);
  }
}
