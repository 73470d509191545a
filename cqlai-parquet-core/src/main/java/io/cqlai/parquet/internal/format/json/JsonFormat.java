package io.cqlai.parquet.internal.format.json;

import io.cqlai.parquet.internal.format.TextFormat;
import io.cqlai.parquet.internal.format.TextSink;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Rows as JSON lines.
 *
 * @param rows the columns
 */
public record JsonFormat(RowSchema rows) implements TextFormat {

  @Override
  public RowSink open(OutputFile target) throws IOException {
    return TextSink.open(target, header(), () -> new JsonEncoder(rows));
  }

  /** Each object names its members itself. */
  @Override
  public byte[] header() {
    return new byte[0];
  }

  @Override
  public byte[] lineEnd() {
    return new byte[] {'\n'};
  }

  @Override
  public List<String> headerNames() {
    return List.of();
  }

  @Override
  public List<String> headerNames(InputFile file, String name) {
    JsonFile.open(file, name); // which refuses what holds no lines
    return List.of();
  }

  @Override
  public List<String> columns() {
    return rows.columns().stream().map(column -> column.toCql() + " -> JSON").toList();
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }
}
