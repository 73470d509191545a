package io.cqlai.parquet.internal.parquet.write;

import io.cqlai.parquet.internal.parquet.MappedColumn;
import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.OutputFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.OutputFile;

/**
 * Rows as Parquet.
 *
 * @param mapping the columns and their forms
 * @param settings how the file is written
 * @param metadata the footer's key-value metadata
 */
public record ParquetFormat(
    ParquetMapping mapping, ParquetWriteSettings settings, Map<String, String> metadata)
    implements OutputFormat {

  /** Returns the format of other rows, in exact types, with the same settings and metadata. */
  public ParquetFormat exact(RowSchema rows) {
    ParquetMapping exact = ParquetMapping.of(rows, null, Profile.MIGRATION, Map.of());
    return new ParquetFormat(exact, settings, metadata);
  }

  @Override
  public ParquetSink open(OutputFile target) throws IOException {
    return ParquetSink.open(target, mapping, settings, metadata);
  }

  @Override
  public List<String> columns() {
    return mapping.columns().stream().map(ParquetFormat::line).toList();
  }

  private static String line(MappedColumn column) {
    StringBuilder line = new StringBuilder(column.column().toCql());
    line.append(" -> ").append(column.field().notation());
    if (!column.losses().isEmpty()) {
      line.append("; may lose ").append(String.join(", ", column.losses()));
    }
    if (!column.rejects().isEmpty()) {
      line.append("; refuses ").append(String.join(", ", column.rejects()));
    }
    return line.toString();
  }

  @Override
  public List<String> warnings() {
    return mapping.warnings();
  }
}
