package io.cqlai.parquet.internal.format.csv;

import io.cqlai.parquet.internal.format.TextFormat;
import io.cqlai.parquet.internal.format.TextSink;
import io.cqlai.parquet.schema.RowSchema;
import io.cqlai.parquet.spi.RowSink;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Rows as CSV.
 *
 * @param rows the columns
 * @param settings what the file looks like
 */
public record CsvFormat(RowSchema rows, CsvSettings settings) implements TextFormat {

  @Override
  public RowSink open(OutputFile target) throws IOException {
    return TextSink.open(target, header(), () -> new CsvEncoder(rows, settings));
  }

  @Override
  public byte[] header() {
    StringWriter target = new StringWriter();
    try {
      RecordWriter line = RecordWriter.open(target, settings);
      if (settings.header()) {
        for (String name : headerNames()) {
          line.field(name);
        }
        line.end();
        line.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // which a writer into memory does not throw
    }
    return target.toString().getBytes(settings.charset());
  }

  @Override
  public byte[] lineEnd() {
    return "\n".getBytes(settings.charset());
  }

  @Override
  public List<String> headerNames() {
    return settings.header() ? rows.names() : List.of();
  }

  @Override
  public List<String> headerNames(InputFile file, String name) {
    return CsvFile.open(file, name, settings, List.of()).fields();
  }

  @Override
  public List<String> columns() {
    return rows.columns().stream().map(column -> column.toCql() + " -> text").toList();
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }
}
