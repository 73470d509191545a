package io.cqlai.parquet.internal.format.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.Place;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.format.RecordCursor;
import io.cqlai.parquet.internal.format.TextInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;
import org.apache.parquet.io.InputFile;

/** The records of a file, the header among them where there is one. */
final class CsvRecords implements RecordCursor {

  private static final CsvRecord NONE = new CsvRecord(0, List.of(), new boolean[0]);

  private final CsvSettings settings;
  private final Place place;
  private final int mostCharacters;
  private final RecordHandler handler;
  private final CsvReader<CsvRecord> reader;
  @Nullable private CloseableIterator<CsvRecord> records;
  private CsvRecord record = NONE;
  private int wanted = -1;

  private CsvRecords(InputFile file, String name, CsvSettings settings) throws IOException {
    this.settings = settings;
    this.place = Place.file(name);
    this.mostCharacters = TextInput.mostCharacters();
    this.handler = new RecordHandler(mostCharacters);
    this.reader =
        CsvReader.builder()
            .fieldSeparator(settings.delimiter())
            .quoteCharacter(settings.quote())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(mostCharacters)
            .build(handler, TextInput.reader(file, settings.charset()));
  }

  static CsvRecords open(InputFile file, String name, CsvSettings settings) {
    try {
      return new CsvRecords(file, name, settings);
    } catch (IOException e) {
      throw TextInput.failed(e, Place.file(name));
    }
  }

  /** Says how many fields a record has; blank lines are then records only where that is one. */
  void expect(int fields) {
    wanted = fields;
  }

  @Override
  public boolean next() {
    record = NONE; // a large one need not be there beside the next
    try {
      if (records == null) {
        records = reader.iterator();
      }
      while (records.hasNext()) {
        record = records.next();
        if (!record.isBlank() || wanted == 1) {
          return true;
        }
      }
      return false;
    } catch (CsvParseException e) {
      throw broken(e);
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      throw cause instanceof CharacterCodingException
          ? TextInput.notInCharset(settings.charset(), handler.line(), place).causedBy(cause)
          : TextInput.failed(cause, place);
    }
  }

  /** FastCSV wraps whatever is thrown while it reads a record. */
  private TransferException broken(CsvParseException e) {
    if (e.getCause() instanceof RecordHandler.TooManyFieldsException) {
      return TextInput.tooManyFields(handler.line(), handler.mostFields(), place).causedBy(e);
    }
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("The maximum buffer size")
        || e.getCause() instanceof RecordHandler.RecordTooLargeException
        || e.getCause() instanceof OutOfMemoryError) {
      return TextInput.tooLarge(handler.line(), mostCharacters, place).causedBy(e);
    }
    return TransferException.of(
            ErrorCode.CORRUPT_FILE,
            "The record of line " + handler.line() + " is no CSV: " + message,
            "Correct the file, or say with DELIMITER and QUOTE what it is like; a quote within"
                + " quotes is written twice")
        .at(place)
        .causedBy(e);
  }

  /** Returns the record that the cursor stands on. */
  CsvRecord record() {
    return record;
  }

  @Override
  public long line() {
    return record.line();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw TextInput.failed(e, place);
    }
  }
}
