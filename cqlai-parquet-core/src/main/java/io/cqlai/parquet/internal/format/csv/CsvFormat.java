package io.cqlai.parquet.internal.format.csv;

import io.cqlai.parquet.internal.format.TextSink;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.OutputFormat;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.parquet.io.OutputFile;

/**
 * Rows as CSV.
 *
 * @param rows the columns
 * @param settings what the file looks like
 */
public record CsvFormat(RowSchema rows, CsvSettings settings) implements OutputFormat {

  @Override
  public RowSink open(OutputFile target) throws IOException {
    byte[] header = settings.header() ? header().getBytes(settings.charset()) : new byte[0];
    return TextSink.open(target, header, () -> new CsvEncoder(rows, settings));
  }

  private String header() throws IOException {
    StringWriter target = new StringWriter();
    RecordWriter line = RecordWriter.open(target, settings);
    for (Column column : rows.columns()) {
      line.field(column.name());
    }
    line.end();
    line.flush();
    return target.toString();
  }

  @Override
  public List<String> columns() {
    return rows.columns().stream()
        .map(column -> column.cqlName() + " " + column.type().toCql() + " -> text")
        .toList();
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }
}
