package io.cqlai.parquet.internal.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * Writes records. Null stands there as the settings' text without quotes; a value that is the same
 * text is put in quotes, so that the two can be told apart.
 */
final class RecordWriter {

  /**
   * What a file may begin with to tell its encoding; a value that begins so stands in quotes.
   * FastCSV quotes a first field that begins with the character of comments, which there are none.
   */
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvWriter out;
  private final String nullText;
  @Nullable private CsvWriter.CsvWriterRecord record;
  private boolean quotes;

  private RecordWriter(Writer target, CsvSettings settings) {
    this.nullText = settings.nullText();
    this.out =
        CsvWriter.builder()
            .fieldSeparator(settings.delimiter())
            .quoteCharacter(settings.quote())
            .commentCharacter(BYTE_ORDER_MARK)
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(
                new QuoteStrategy() {
                  @Override
                  public boolean quoteEmpty(int line, int field) {
                    return quotes;
                  }

                  @Override
                  public boolean quoteValue(int line, int field, String value) {
                    return quotes;
                  }
                })
            .build(target);
  }

  static RecordWriter open(Writer target, CsvSettings settings) {
    return new RecordWriter(target, settings);
  }

  /** Writes a field, or null. */
  void field(@Nullable String text) throws IOException {
    if (text == null) {
      field(nullText, false);
    } else {
      field(text, text.isEmpty() || text.equals(nullText));
    }
  }

  /** Writes a field with quotes, or without them where it needs none. */
  void field(String text, boolean inQuotes) throws IOException {
    if (record == null) {
      record = out.writeRecord();
    }
    quotes = inQuotes;
    try {
      record.writeField(text);
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  /** Ends the record. */
  void end() throws IOException {
    try {
      (record == null ? out.writeRecord() : record).endRecord();
      record = null;
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  void flush() throws IOException {
    out.flush();
  }
}
