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
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.annotation.Nullable;
import org.apache.parquet.io.InputFile;

/** The records of a file, the header among them where there is one. */
final class CsvRecords implements RecordCursor {

  private final CsvSettings settings;
  private final Place place;
  private final int mostCharacters;
  private final CsvReader<CsvRecord> reader;
  @Nullable private CloseableIterator<CsvRecord> records;
  private CsvRecord record = new CsvRecord(0, List.of(), new boolean[1]);
  private int wanted = -1;

  private CsvRecords(InputFile file, String name, CsvSettings settings) throws IOException {
    this.settings = settings;
    this.place = Place.file(name);
    this.mostCharacters = TextInput.mostCharacters();
    this.reader =
        CsvReader.builder()
            .fieldSeparator(settings.delimiter())
            .quoteCharacter(settings.quote())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(mostCharacters)
            .build(new RecordHandler(mostCharacters), TextInput.reader(file, settings.charset()));
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
    return guarded(
        () -> {
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
        });
  }

  private boolean guarded(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (RecordHandler.RecordTooLargeException e) {
      throw TextInput.tooLarge(e.line(), mostCharacters, place).causedBy(e);
    } catch (CsvParseException e) {
      throw broken(e);
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      throw cause instanceof CharacterCodingException
          ? TextInput.notInCharset(settings.charset(), line(), place).causedBy(cause)
          : TextInput.failed(cause, place);
    } catch (OutOfMemoryError e) {
      throw TextInput.tooLarge(line() + 1, mostCharacters, place).causedBy(e);
    }
  }

  private TransferException broken(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("The maximum buffer size")) {
      return TextInput.tooLarge(line() + 1, mostCharacters, place).causedBy(e);
    }
    return TransferException.of(
            ErrorCode.CORRUPT_FILE,
            "Behind the record of line " + line() + " the file is no CSV: " + message,
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
  public List<String> fields() {
    return record.fields();
  }

  /** Returns the record where it has not as many fields as it should have. */
  @Override
  @Nullable
  public String text() {
    if (wanted < 0 || record.fields().size() == wanted) {
      return null;
    }
    StringWriter line = new StringWriter();
    RecordWriter.open(line, settings).write(record.fields());
    return line.toString().stripTrailing();
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
