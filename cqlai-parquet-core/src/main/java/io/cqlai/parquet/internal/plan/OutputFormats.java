package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.format.csv.CsvFormat;
import io.cqlai.parquet.internal.format.csv.CsvSettings;
import io.cqlai.parquet.internal.format.json.JsonFormat;
import io.cqlai.parquet.internal.parquet.FileMetadata;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.parquet.write.ParquetFormat;
import io.cqlai.parquet.internal.parquet.write.ParquetWriteSettings;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Format;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.schema.TableSchema;
import io.cqlai.parquet.spi.OutputFormat;
import java.util.OptionalLong;
import javax.annotation.Nullable;

/** The options that say how a file is written, made into its format. */
final class OutputFormats {

  private OutputFormats() {}

  /**
   * Returns rows as Parquet.
   *
   * @param table the table that the rows are from, or null for a query's result
   * @param query the query that gives the rows
   * @throws TransferException when an option does not fit the rows
   */
  static ParquetFormat parquet(
      RowSchema rows,
      @Nullable TableSchema table,
      String query,
      OptionSet options,
      long rowGroupBytes) {
    ParquetMapping mapping =
        ParquetMapping.of(
            rows,
            table,
            options.choice(CopyOption.PROFILE, Profile.class, Profile.STANDARD),
            JsonOption.strings(options, CopyOption.TYPES));
    return new ParquetFormat(
        mapping,
        settings(options, rowGroupBytes),
        FileMetadata.forExport(
            table, query, mapping, JsonOption.strings(options, CopyOption.METADATA)));
  }

  /**
   * Checks the options as far as they can be checked without rows.
   *
   * @throws TransferException when one is wrong
   */
  static void check(Format format, OptionSet options, long rowGroupBytes) {
    switch (format) {
      case CSV -> CsvOptions.of(options);
      case JSON -> {}
      case PARQUET -> {
        FileMetadata.refuseOurs(JsonOption.strings(options, CopyOption.METADATA));
        JsonOption.strings(options, CopyOption.TYPES);
        settings(options, rowGroupBytes);
      }
    }
  }

  /**
   * Returns rows as text.
   *
   * @param format any but Parquet
   * @throws TransferException when an option does not fit the rows
   */
  static OutputFormat text(Format format, RowSchema rows, OptionSet options) {
    return switch (format) {
      case CSV -> csv(rows, CsvOptions.of(options));
      case JSON -> new JsonFormat(rows);
      case PARQUET -> throw new IllegalArgumentException("Parquet is no text");
    };
  }

  private static CsvFormat csv(RowSchema rows, CsvSettings settings) {
    if (settings.header()) {
      CsvOptions.checkNames(rows.names(), settings, "Choose another ENCODING, or say HEADER=false");
    }
    return new CsvFormat(rows, settings);
  }

  static ParquetWriteSettings settings(OptionSet options, long rowGroupBytes) {
    OptionalLong level = options.number(CopyOption.COMPRESSION_LEVEL);
    return new ParquetWriteSettings(
        options.choice(CopyOption.COMPRESSION, Compression.class, Compression.SNAPPY),
        level.isPresent() ? (int) level.getAsLong() : null,
        rowGroupBytes,
        options.number(CopyOption.CHUNKSIZE).orElse(Long.MAX_VALUE));
  }
}
