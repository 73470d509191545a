package io.cqlai.parquet.internal.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Writes records. Null stands there as the settings' text without quotes; a value that is the same
 * text is put in quotes, so that the two can be told apart.
 */
final class RecordWriter {

  private final CsvWriter out;
  private final String nullText;
  private boolean inNull;

  private RecordWriter(Writer target, CsvSettings settings) {
    this.nullText = settings.nullText();
    this.out =
        CsvWriter.builder()
            .fieldSeparator(settings.delimiter())
            .quoteCharacter(settings.quote())
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(
                new QuoteStrategy() {
                  @Override
                  public boolean quoteEmpty(int line, int field) {
                    return true;
                  }

                  @Override
                  public boolean quoteValue(int line, int field, String value) {
                    return !inNull && value.equals(nullText);
                  }
                })
            .build(target);
  }

  static RecordWriter open(Writer target, CsvSettings settings) {
    return new RecordWriter(target, settings);
  }

  /** Writes a record, and brings it to the target. */
  void write(List<String> fields) {
    CsvWriter.CsvWriterRecord record = begin();
    fields.forEach(record::writeField);
    record.endRecord();
    try {
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins a record; its fields are given to {@link #field}. */
  CsvWriter.CsvWriterRecord begin() {
    return out.writeRecord();
  }

  /** Writes a field, or null. */
  void field(CsvWriter.CsvWriterRecord record, @Nullable String text) {
    inNull = text == null;
    record.writeField(text == null && !nullText.isEmpty() ? nullText : text);
    inNull = false;
  }

  void flush() throws IOException {
    out.flush();
  }
}
