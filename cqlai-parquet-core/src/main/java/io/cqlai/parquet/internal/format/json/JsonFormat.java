package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.internal.format.TextSink;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.OutputFormat;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.io.OutputFile;

/**
 * Rows as JSON lines.
 *
 * @param rows the columns
 */
public record JsonFormat(RowSchema rows) implements OutputFormat {

  @Override
  public RowSink open(OutputFile target) throws IOException {
    return TextSink.open(target, new byte[0], () -> new JsonEncoder(rows));
  }

  @Override
  public List<String> columns() {
    return rows.columns().stream()
        .map(column -> column.cqlName() + " " + column.type().toCql() + " -> JSON")
        .toList();
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }
}
